// Work that is asked for more often than it needs doing.

/** Runs `work` one at a time; asked again meanwhile, it runs once more before it is done. */
export function inStep(work) {
  let running = null;
  let again = false;
  const run = async () => {
    try {
      while (again) {
        again = false;
        await work();
      }
    } finally {
      running = null;
    }
  };
  return () => {
    again = true;
    running ??= run();
    return running;
  };
}
