"""The files for operators are read by the programs they are for, where those are installed."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.house.test_deploy import DEPLOY, read

CERTIFICATES = "/etc/letsencrypt/live/inloop.example.org"
SBIN = "/usr/sbin:/usr/local/sbin"


def program(name: str) -> str:
    """Where a program is; a machine without it skips the test."""
    found = shutil.which(name) or shutil.which(name, path=SBIN)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def says(*words: str) -> tuple[int, str]:
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout + done.stderr


def certify(folder: Path) -> None:
    """A certificate and its key, as a proxy wants to find them."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "inloop.example.org")])
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(begins).not_valid_after(begins + timedelta(days=1))
    plain = serialization.NoEncryption()
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (folder / "privkey.pem").write_bytes(key.private_bytes(pem, form, plain))
    signed = made.sign(key, hashes.SHA256())
    (folder / "fullchain.pem").write_bytes(signed.public_bytes(pem))


def test_nginx_takes_its_file(tmp_path: Path) -> None:
    nginx = program("nginx")
    certify(tmp_path)
    (tmp_path / "inloop.conf").write_text(read("nginx.conf").replace(CERTIFICATES, str(tmp_path)))
    whole = f"pid {tmp_path}/pid; events {{}} http {{ include {tmp_path}/inloop.conf; }}"
    (tmp_path / "nginx.conf").write_text(whole)

    status, said = says(nginx, "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf"))

    assert status == 0, said


def test_caddy_takes_its_file_and_would_not_write_it_otherwise() -> None:
    caddy, file = program("caddy"), str(DEPLOY / "Caddyfile")

    status, said = says(caddy, "validate", "--adapter", "caddyfile", "--config", file)

    assert status == 0, said
    assert says(caddy, "fmt", file)[1] == read("Caddyfile")


@pytest.mark.parametrize("unit", ["inloop.service", "inloop@.service"])
def test_systemd_finds_nothing_wrong_with_a_unit(tmp_path: Path, unit: str) -> None:
    analyze = program("systemd-analyze")
    there = read(unit).replace("/opt/inloop/bin/inloop", sys.executable)
    file = tmp_path / unit.replace("@", "@1")
    file.write_text(there)

    status, said = says(analyze, "verify", "--man=no", str(file))

    assert (status, [line for line in said.splitlines() if unit[:6] in line]) == (0, [])
