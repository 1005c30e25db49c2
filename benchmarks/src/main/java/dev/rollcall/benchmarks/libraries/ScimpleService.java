package dev.rollcall.benchmarks.libraries;

import dev.rollcall.benchmarks.contest.Service;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.directory.scim.core.repository.RepositoryRegistry;
import org.apache.directory.scim.core.schema.SchemaRegistry;
import org.apache.directory.scim.server.rest.ScimJacksonXmlBindJsonProvider;
import org.apache.directory.scim.server.rest.ScimpleFeature;
import org.apache.directory.scim.server.rest.UserResourceImpl;
import org.apache.directory.scim.spec.resources.ScimUser;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;

/** SCIMple's resources in the JAX-RS of its examples, called in this process. */
final class ScimpleService implements Service {
    private static final URI BASE = URI.create("https://scim.example.com/v2/");

    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("org.glassfish.jersey");

    private final ApplicationHandler jersey;

    private ScimpleService(ApplicationHandler jersey) {
        this.jersey = jersey;
    }

    static ScimpleService empty() throws Exception {
        // It warns of what it does not need here: CDI and WADL.
        LOG.setLevel(Level.OFF);
        return new ScimpleService(new ApplicationHandler(application()));
    }

    /** The application without its CDI, with what that would inject. */
    static ResourceConfig application() throws Exception {
        SchemaRegistry schemas = new SchemaRegistry();
        RepositoryRegistry repositories = new RepositoryRegistry(schemas);
        repositories.registerRepository(ScimUser.class, new ScimpleUsers(schemas));
        return new ResourceConfig()
                .register(new UserResourceImpl(schemas, repositories))
                .register(new ScimJacksonXmlBindJsonProvider(schemas), 1)
                .register(ScimpleFeature.class);
    }

    @Override
    public Reply handle(String method, String target, byte[] body) throws Exception {
        ContainerRequest request = new ContainerRequest(
                BASE, BASE.resolve(target.substring(1)), method, null, new MapPropertiesDelegate(), null);
        request.header("Accept", "application/scim+json");
        if (body.length > 0) {
            request.header("Content-Type", "application/scim+json");
            request.setEntityStream(new ByteArrayInputStream(body));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        Future<ContainerResponse> response = jersey.apply(request, out);
        return new Reply(response.get().getStatus(), out.toByteArray());
    }
}
