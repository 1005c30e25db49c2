/** How what providers push becomes changes of accounts. Not for embedding applications. */
@NullMarked
package dev.rollcall.scim.provisioning.engine;

import org.jspecify.annotations.NullMarked;
