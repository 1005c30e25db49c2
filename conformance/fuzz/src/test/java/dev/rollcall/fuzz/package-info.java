/**
 * Coverage-guided random input for everything that reads what a client sends. One target a class. In the build the seeds
 * and what was found once are played again; the profile {@code fuzz} looks for more.
 */
package dev.rollcall.fuzz;
