/** A server to try requirements out with, and a client that sends exactly what it is told. */
package dev.rollcall.conformance.server;
