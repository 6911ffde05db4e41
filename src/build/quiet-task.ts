/** Work that can wait until nothing more urgent is going on. */
export interface QuietTask {
  /** Has the work done once it has been quiet for long enough. */
  run(): void;
  /** Something more urgent begins. @returns what has to be called when it ends */
  interrupt(): () => void;
}

/**
 * @param quiet how long there must have been no interruption, in milliseconds
 * @param work is done once, however often it was asked for meanwhile
 */
export function createQuietTask(quiet: number, work: () => void): QuietTask {
  let isDue = false;
  let interruptions = 0;
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    if (!isDue || interruptions > 0) return;
    timer = setTimeout(() => {
      isDue = false;
      work();
    }, quiet);
  };
  return {
    run() {
      isDue = true;
      wait();
    },
    interrupt() {
      interruptions++;
      wait();
      return () => {
        interruptions--;
        wait();
      };
    },
  };
}
