/** How to mount Rollcall in embedded Jetty with Jakarta EE 11. */
@NullMarked
package dev.rollcall.examples.containers.jettyee11;

import org.jspecify.annotations.NullMarked;
