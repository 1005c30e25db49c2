package dev.rollcall.examples.server;

import dev.rollcall.scim.provisioning.provider.SecretHash;
import java.security.SecureRandom;

/**
 * The credentials of the server's one provider, in the only form in which they are kept.
 *
 * @param token of the bearer token
 * @param user the user name
 * @param password of the password
 */
record ApiCredentials(SecretHash token, String user, SecretHash password) {
    /** Credentials that were made just now, to be shown once. */
    record Fresh(String token, String user, String password) {
        static Fresh make() {
            SecureRandom random = new SecureRandom();
            String user = "scim-" + String.format("%08x", random.nextInt());
            return new Fresh(Secret.make(random), user, Secret.make(random));
        }

        ApiCredentials hashed() {
            return new ApiCredentials(SecretHash.of(token), user, SecretHash.of(password));
        }

        @Override
        public String toString() {
            return "Fresh[" + user + "]";
        }
    }
}
