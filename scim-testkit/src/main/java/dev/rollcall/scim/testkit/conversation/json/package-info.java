/** The small path language and the operators in which a conversation says what a JSON document must hold. */
@NullMarked
package dev.rollcall.scim.testkit.conversation.json;

import org.jspecify.annotations.NullMarked;
