package dev.rollcall.examples.server;

import dev.rollcall.scim.provisioning.admin.CreatedCredential;
import dev.rollcall.scim.provisioning.admin.Credentials;
import dev.rollcall.scim.provisioning.provider.CredentialType;

/**
 * Credentials that were made just now, to be shown once.
 *
 * @param token a bearer token
 * @param user a user name
 * @param password its password
 */
record FreshCredentials(String token, String user, String password) {
    static FreshCredentials add(Credentials credentials) {
        return of(credentials.add(CredentialType.API_CREDENTIALS), credentials);
    }

    /** Those of a user name that is there already, with a token beside it. */
    static FreshCredentials of(CreatedCredential basic, Credentials credentials) {
        CreatedCredential token = credentials.add(CredentialType.OAUTH_TOKEN);
        return new FreshCredentials(token.token(), basic.userName(), basic.password());
    }

    @Override
    public String toString() {
        return "FreshCredentials[" + user + "]";
    }
}
