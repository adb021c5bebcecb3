"""How the schema came to be; run by `storage.schema.migrate`."""
