package dev.rollcall.scim.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources as clients send them: what is read, what is forgiven, what is refused. */
class ResourceCodecTest {
    private static final String EXTENSION = "urn:example:2.0:User";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.builder()
            .extension(
                    "User",
                    Schema.of(
                            EXTENSION,
                            "Test",
                            null,
                            List.of(
                                    Attribute.named("count", AttributeType.INTEGER)
                                            .build(),
                                    Attribute.named("ratio", AttributeType.DECIMAL)
                                            .build(),
                                    Attribute.named("since", AttributeType.DATE_TIME)
                                            .build(),
                                    Attribute.named("bytes", AttributeType.BINARY)
                                            .build(),
                                    Attribute.named("tags", AttributeType.STRING)
                                            .multiValued(true)
                                            .build())))
            .build();
    private static final ResourceType USER = REGISTRY.resourceType("User");

    private static Resource decode(String json, Tolerance tolerance) {
        return new ResourceCodec(REGISTRY, tolerance, new Limits(100_000, 32, 10_000, 10, 10))
                .decode(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), USER);
    }

    private static String user(String more) {
        return ("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'mira'"
                        + (more.isEmpty() ? "" : "," + more) + "}")
                .replace('\'', '"');
    }

    private static String encode(Resource resource) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ResourceCodec(REGISTRY, Tolerance.STRICT, Limits.DEFAULT)
                .encode(resource, Projection.defaults(resource.type()), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'USERTYPE':'x'                         | 'userType':'x'
            'title':null                           | ``
            'title':''                             | ``
            'emails':[]                            | ``
            'emails':[null,{},{'value':null}]      | ``
            'name':{'givenName':''}                | ``
            'id':'x','meta':{'created':7}          | ``
            'groups':'whatever'                    | ``
            '${x}':{'count':-9223372036854775808}  | '${x}':{'count':-9223372036854775808}
            '${x}':{'ratio':1}                     | '${x}':{'ratio':1}
            '${x}':{'ratio':1.50}                  | '${x}':{'ratio':1.50}
            '${x}':{'ratio':1e2}                   | '${x}':{'ratio':100}
            '${x}':{'since':'2026-02-28T24:00:00.1234567+05:30'} | -
            '${x}':{'since':'2026-02-28T23:00:00.1234567+05:30'} | '${x}':{'since':'2026-02-28T23:00:00.1234567+05:30'}
            '${x}':{'since':'2026-02-28T23:00:00'} | '${x}':{'since':'2026-02-28T23:00:00'}
            '${x}':{'since':'2026-02-30T23:00:00Z'} | -
            '${x}':{'since':'2026-02-28'}          | -
            '${x}':{'bytes':'AQ'}                  | '${x}':{'bytes':'AQ=='}
            '${x}':{'bytes':'A Q'}                 | -
            '${x}':{'bytes':'_-8='}                | -
            '${x}':{'tags':['a','b','a']}          | '${x}':{'tags':['a','b','a']}
            '${x}':{'tags':['a',{'value':'b'}]}    | -
            '${x}':{'tags':'a'}                    | -
            '${x}':{'count':1.0}                   | -
            '${x}':{'count':1e3}                   | -
            '${x}':{'count':9223372036854775808}   | -
            '${x}':{'count':'7'}                   | -
            '${x}':{'ratio':1e999999}              | -
            'active':'true'                        | -
            'active':1                             | -
            'title':7                              | -
            'title':['x']                          | -
            'title':{'value':'x'}                  | -
            'name':'x'                             | -
            'name':[{'givenName':'x'}]             | -
            'emails':'x'                           | -
            'emails':{'value':'x'}                 | -
            'emails':['x']                         | -
            'emails':[['x']]                       | -
            """)
    void each_value_fits_its_attribute_or_is_refused(String sent, String kept) {
        String json = user(sent.replace("${x}", EXTENSION));
        if ("-".equals(kept)) {
            ScimException error = catchThrowableOfType(ScimException.class, () -> decode(json, Tolerance.STRICT));
            assertThat(error).as(json).isNotNull();
            assertThat(error.scimType()).contains(ScimType.INVALID_VALUE);
            String attribute = sent.contains("${x}") ? sent.split("'")[3] : sent.split("'")[1];
            assertThat(error.detail()).contains(attribute).contains("line 1");
        } else {
            String shown = kept == null ? "" : kept.replace("${x}", EXTENSION);
            assertThat(encode(decode(json, Tolerance.STRICT)))
                    .isEqualTo(encode(decode(user(shown), Tolerance.STRICT)))
                    .contains(shown.replace('\'', '"'));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            STRING_LITERALS        | 'active':'TRUE'                       | 'active':true
            STRING_LITERALS        | '${x}':{'count':'7','ratio':'1.5'}    | '${x}':{'count':7,'ratio':1.5}
            SINGULAR_COMPLEX_FORMS | 'name':[{'givenName':'M'}]            | 'name':{'givenName':'M'}
            UNKNOWN_ATTRIBUTES     | 'noSuch':{'a':[1]},'name':{'x':1,'givenName':'M'} | 'name':{'givenName':'M'}
            VALUE_SHAPES           | 'emails':{'value':'x'}                | 'emails':[{'value':'x'}]
            VALUE_SHAPES           | 'emails':['x','y']                    | 'emails':[{'value':'x'},{'value':'y'}]
            VALUE_SHAPES           | '${x}':{'tags':[{'value':'x'}]}       | '${x}':{'tags':['x']}
            VALUE_SHAPES           | 'title':[{'value':'x'}]               | 'title':'x'
            """)
    void each_quirk_is_forgiven_only_where_it_is_tolerated(Quirk quirk, String sent, String kept) {
        String json = user(sent.replace("${x}", EXTENSION));
        assertThat(decode(json, Tolerance.STRICT.with(quirk)))
                .isEqualTo(decode(user(kept.replace("${x}", EXTENSION)), Tolerance.STRICT));
        assertThat(catchThrowableOfType(ScimException.class, () -> decode(json, Tolerance.DEFAULT.without(quirk))))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                            | valid JSON
            `not json`                                   | valid JSON
            []                                           | an object
            'x'                                          | an object
            ``                                           | an object
            {} {}                                        | goes on
            {}                                           | "schemas" is missing
            {'schemas':[]}                               | "schemas" is missing
            {'schemas':['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User']} | lacks the base schema
            {'schemas':['urn:none:x']}                   | does not know
            {'userName':'a','USERNAME':'b'}              | twice
            {'noSuch':1,'NOSUCH':2}                      | twice
            {'userName':'\\u0000'}                       | U+0000
            {'userName':'\\ud800'}                       | surrogate
            """)
    void a_body_of_the_wrong_shape_is_invalid_syntax(String body, String hint) {
        Tolerance tolerance = body != null && body.contains("NOSUCH") ? Tolerance.DEFAULT : Tolerance.STRICT;
        String json = body == null ? "" : body.replace('\'', '"');
        ScimException error = catchThrowableOfType(ScimException.class, () -> decode(json, tolerance));
        assertThat(error).as(json).isNotNull();
        assertThat(error.scimType()).contains(ScimType.INVALID_SYNTAX);
        assertThat(error.detail()).contains(hint);
    }

    @Test
    void the_schema_of_another_type_is_refused_and_an_unknown_one_forgiven() {
        String group = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"userName\":\"x\"}";
        ScimException error = catchThrowableOfType(ScimException.class, () -> decode(group, Tolerance.DEFAULT));
        assertThat(error.scimType()).contains(ScimType.INVALID_VALUE);
        String vendor = "{\"schemas\":[\"urn:scim:schemas:core:2.0\"],\"userName\":\"x\"}";
        assertThat(decode(vendor, Tolerance.DEFAULT).schemas())
                .containsExactly("urn:ietf:params:scim:schemas:core:2.0:User");
    }

    @Test
    void limits_hold_for_depth_and_for_the_length_of_a_string() {
        String deep = user("'noSuch':" + "[".repeat(40) + "]".repeat(40));
        assertThat(catchThrowableOfType(ScimException.class, () -> decode(deep, Tolerance.DEFAULT))
                        .detail())
                .contains("limit");
        String lengthy = user("'title':'" + "x".repeat(20_000) + "'");
        assertThat(catchThrowableOfType(ScimException.class, () -> decode(lengthy, Tolerance.DEFAULT))
                        .detail())
                .contains("limit")
                .doesNotContain("xxxxxxxx");
        String wide = user("'title':'" + "x".repeat(200_000) + "'");
        assertThat(catchThrowableOfType(ScimException.class, () -> decode(wide, Tolerance.DEFAULT))
                        .status())
                .isIn(400, 413);
    }

    @Test
    void an_error_never_repeats_what_could_be_a_secret() {
        for (String body : List.of(
                user("'password':{'x':'s3cret'}"),
                user("'password':['s3cret','s3cret2']"),
                user("'password':s3cret"),
                user("'active':'s3cret'"))) {
            ScimException error = catchThrowableOfType(ScimException.class, () -> decode(body, Tolerance.STRICT));
            assertThat(error).as(body).isNotNull();
            assertThat(error.detail()).doesNotContain("s3cret");
        }
    }
}
