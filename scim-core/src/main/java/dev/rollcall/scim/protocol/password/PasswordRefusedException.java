package dev.rollcall.scim.protocol.password;

/**
 * The host does not take a password. The client gets 400 {@code invalidValue} with the reason, and nothing has changed.
 */
public final class PasswordRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param reason for people, such as {@code must not be one of the last five}; never with the password in it
     */
    public PasswordRefusedException(String reason) {
        super(reason, null, false, false);
    }
}
