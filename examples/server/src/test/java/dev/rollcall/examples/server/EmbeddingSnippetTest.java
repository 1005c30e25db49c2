package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddingSnippetTest {
    private static final String TOKEN = "the-token-of-the-snippet";

    private Server server;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddingSnippet.start(TOKEN);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private HttpResponse<String> users(String token) throws Exception {
        URI users = server.getURI().resolve("/scim/v2/Users");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(users)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_embedding_of_the_readme_serves_scim() throws Exception {
        HttpResponse<String> answer = users(TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/scim+json");
        assertThat(answer.body()).contains("\"totalResults\":0");
    }

    @Test
    void the_embedding_of_the_readme_keeps_strangers_out() throws Exception {
        assertThat(users("another-token").statusCode()).isEqualTo(401);
    }
}
