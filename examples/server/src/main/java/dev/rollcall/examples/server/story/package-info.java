/** A story that shows what provisioning does: played over HTTP against a fresh server in memory, told, and checked. */
@NullMarked
package dev.rollcall.examples.server.story;

import org.jspecify.annotations.NullMarked;
