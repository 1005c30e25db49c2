package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rollcall.scim.store.memory.InMemoryStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Texts on which Java's own functions take time that grows with the square of the length: capital sigmas, letters that
 * become two in another case, marks out of order. Wherever one stands, the answer comes soon and is no failure.
 */
@Tag("long")
class HostileTextTest {
    private static final int LENGTH = 200_000;
    private static final List<String> REPEATED = List.of("Σ", "ß", "İ", "\u0301\u0323", "[", "a");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /Users         | {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'u','nickName':'#'}
            /Users         | {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'#'}
            /Users         | {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'u','externalId':'#'}
            /Users         | {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'u','locale':'#'}
            /Users         | {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'u','profileUrl':'#'}
            /Users         | {'schemas':['#'],'userName':'u'}
            /Users         | {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'u','addresses':[{'country':'#'}]}
            /Users         | {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'u','roles':[{'value':'#'},{'value':'#'}]}
            /Users         | {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'u','password':'#'}
            /Groups        | {'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'#','members':[{'value':'#'}]}
            /Users/.search | {'schemas':['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],'attributes':['#'],'cursor':''}
            /Users/.search | {'schemas':['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],'sortBy':'#'}
            /Bulk          | {'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],'Operations':[{'method':'#','path':'/#','bulkId':'#'}]}
            """)
    void a_body_is_answered_soon_whatever_is_repeated_in_it(String target, String body) {
        for (Options options : List.of(Options.STRICT, Options.DEFAULT)) {
            Server server = new Server(InMemoryStore.create(), builder -> builder.options(options));
            for (String repeated : REPEATED) {
                String text = "//" + repeated.repeat(LENGTH / repeated.length());
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> assertThat(server.post(target, body.replace("#", text))
                                        .status())
                                .as("with %s", repeated)
                                .isLessThan(500));
            }
        }
    }
}
