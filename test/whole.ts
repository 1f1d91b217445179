/** Whether all is tried, as `.ci/run` does after `npm cit`, and not only a share of what takes minutes: `WHOLE=1`. */
export const isWhole = process.env.WHOLE !== undefined;
