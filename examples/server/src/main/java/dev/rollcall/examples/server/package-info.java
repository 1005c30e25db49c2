/** A SCIM server to run from a command line or within a test: Rollcall on Jetty, with its data in memory or in H2. */
@NullMarked
package dev.rollcall.examples.server;

import org.jspecify.annotations.NullMarked;
