#ifndef RANKING_YARDSTICK_H
#define RANKING_YARDSTICK_H

// Takes the moments of so many score sheets, sweep after sweep, as the default ranking does; returns their sum.
double ranking_yardstick(int sheets, int sweeps);

// The processor time of this process so far, in seconds.
double ranking_yardstick_seconds(void);

#endif
