/** How to mount Rollcall in embedded Tomcat. */
@NullMarked
package dev.rollcall.examples.containers.tomcat;

import org.jspecify.annotations.NullMarked;
