package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddingSnippetTest {
    private final BlockingQueue<ProvisioningEvent> heard = new LinkedBlockingQueue<>();
    private EmbeddingSnippet snippet;

    @BeforeEach
    void start() throws Exception {
        snippet = EmbeddingSnippet.start(heard::add);
    }

    @AfterEach
    void stop() throws Exception {
        snippet.server().stop();
    }

    private HttpResponse<String> users(String password, HttpRequest.Builder request) throws Exception {
        byte[] pair = (snippet.okta().userName() + ":" + password).getBytes(StandardCharsets.UTF_8);
        URI users = snippet.server().getURI().resolve("/scim/v2/Users");
        return HttpClient.newHttpClient()
                .send(
                        request.uri(users)
                                .header(
                                        "Authorization",
                                        "Basic " + Base64.getEncoder().encodeToString(pair))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_embedding_of_the_readme_serves_scim() throws Exception {
        HttpResponse<String> answer = users(snippet.okta().password(), HttpRequest.newBuilder());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/scim+json");
        assertThat(answer.body()).contains("\"totalResults\":0");
    }

    @Test
    void the_embedding_of_the_readme_tells_the_host_of_new_accounts() throws Exception {
        String ann = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"ann@example.com\"}";
        HttpRequest.Builder post = HttpRequest.newBuilder()
                .header("Content-Type", "application/scim+json")
                .POST(HttpRequest.BodyPublishers.ofString(ann));
        assertThat(users(snippet.okta().password(), post).statusCode()).isEqualTo(201);
        ProvisioningEvent event = heard.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.type()).isEqualTo(EventType.ACCOUNT_CREATED);
        assertThat(event.subjectName()).isEqualTo("ann@example.com");
    }

    @Test
    void the_embedding_of_the_readme_keeps_strangers_out() throws Exception {
        assertThat(users("another-password", HttpRequest.newBuilder()).statusCode())
                .isEqualTo(401);
    }
}
