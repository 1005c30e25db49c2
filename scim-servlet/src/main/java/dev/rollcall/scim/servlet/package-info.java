/**
 * SCIM over HTTP: {@link dev.rollcall.scim.servlet.ScimServlet} takes requests in, an {@link
 * dev.rollcall.scim.servlet.Authenticator} says whose they are, and {@link dev.rollcall.scim.servlet.ScimErrors} lets a
 * container speak SCIM where no servlet is asked.
 */
@NullMarked
package dev.rollcall.scim.servlet;

import org.jspecify.annotations.NullMarked;
