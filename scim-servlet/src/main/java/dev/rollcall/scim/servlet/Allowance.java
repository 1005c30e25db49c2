package dev.rollcall.scim.servlet;

/**
 * The size of a token bucket and how fast it fills.
 *
 * @param interval nanoseconds until one more token is in it
 * @param burst how many tokens it holds
 */
record Allowance(long interval, int burst) {
    long whole() {
        return interval * burst;
    }
}
