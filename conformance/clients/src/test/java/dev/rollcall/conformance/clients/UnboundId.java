package dev.rollcall.conformance.clients;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import org.glassfish.jersey.apache.connector.ApacheConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;

/** The SCIM 2 client of UnboundID, as its documentation sets it up. */
final class UnboundId {
    private static final Client HTTP =
            ClientBuilder.newClient(new ClientConfig().connectorProvider(new ApacheConnectorProvider()));

    private UnboundId() {}

    static ScimService of(String token) {
        ClientRequestFilter login = request -> request.getHeaders().putSingle("Authorization", "Bearer " + token);
        return new ScimService(HTTP.target(Scim.BASE_URL).register(login));
    }

    /** A user with attributes of every kind that the client has. */
    static UserResource ada() {
        UserResource user = new UserResource()
                .setUserName("ada@example.com")
                .setName(new Name().setGivenName("Ada").setFamilyName("Lovelace"))
                .setDisplayName("Ada Lovelace")
                .setActive(true)
                .setEmails(
                        new Email().setValue("ada@example.com").setType("work").setPrimary(true));
        user.setExternalId("e-1");
        user.setExtension(
                new EnterpriseUserExtension().setEmployeeNumber("701984").setDepartment("Engines"));
        return user;
    }
}
