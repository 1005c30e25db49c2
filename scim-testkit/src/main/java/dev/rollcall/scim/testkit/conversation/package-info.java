/**
 * Conversations that identity providers hold with a SCIM server, playable against any base URL: {@link
 * dev.rollcall.scim.testkit.conversation.Conversations} has them, {@link
 * dev.rollcall.scim.testkit.conversation.ConversationRunner} plays one, {@link
 * dev.rollcall.scim.testkit.conversation.ConversationTests} and {@link
 * dev.rollcall.scim.testkit.conversation.ConversationCli} play them all.
 */
@NullMarked
package dev.rollcall.scim.testkit.conversation;

import org.jspecify.annotations.NullMarked;
