/** What has to hold in whatever servlet container Rollcall is mounted, as a test to subclass. */
@NullMarked
package dev.rollcall.examples.containers.contract;

import org.jspecify.annotations.NullMarked;
