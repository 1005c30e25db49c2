/**
 * When access begins and ends: the states of an account, and what moves it from one to another. Pure: nothing here reads a
 * clock or writes anything.
 */
@NullMarked
package dev.rollcall.scim.provisioning.lifecycle;

import org.jspecify.annotations.NullMarked;
