package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a patch is said by its scimType, the operation's index, and what to change. */
class PatchErrorTest {
    private static final String BEFORE = "'nickName':'Mi','emails':[{'value':'a','type':'work'}]";

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'op':'move','path':'nickName'} | INVALID_SYNTAX | add, remove
        {'op':'Add','path':'nickName','value':'x'} | INVALID_SYNTAX | add, remove
        {'path':'nickName','value':'x'} | INVALID_SYNTAX | "op" is missing
        {'op':'add','op':'add','path':'nickName','value':'x'} | INVALID_SYNTAX | twice
        {'op':7} | INVALID_SYNTAX | a string
        {'op':'remove'} | NO_TARGET | path
        {'op':'add','path':'nickName'} | INVALID_VALUE | value
        {'op':'replace','path':'nickName'} | INVALID_VALUE | value
        {'op':'replace','value':'x'} | INVALID_VALUE | object
        {'op':'add','path':'noSuch','value':'x'} | INVALID_PATH | userName
        {'op':'add','path':'name.noSuch','value':'x'} | INVALID_PATH | givenName
        {'op':'add','path':'urn:x:y:noSuch','value':'x'} | INVALID_PATH | schemas are
        {'op':'add','path':'emails[0]','value':'x'} | INVALID_PATH | [0]
        {'op':'add','path':'','value':'x'} | INVALID_PATH | path
        {'op':'add','path':'nick name','value':'x'} | INVALID_PATH | an operator
        {'op':'add','path':'nickName[value eq \\'x\\']','value':'x'} | INVALID_PATH | multi-valued
        {'op':'add','path':'emails[noSuch eq \\'x\\'].value','value':'x'} | INVALID_FILTER | noSuch
        {'op':'add','path':'emails[type zz \\'x\\'].value','value':'x'} | INVALID_FILTER | zz
        {'op':'add','path':'emails[type eq \\'work\\'].noSuch','value':'x'} | INVALID_PATH | noSuch
        {'op':'replace','path':'emails[type eq \\'home\\'].value','value':'x'} | NO_TARGET | emails
        {'op':'add','path':'emails[type eq \\'home\\'].value','value':'x'} | NO_TARGET | emails
        {'op':'add','path':'active','value':'yes'} | INVALID_VALUE | true or false
        {'op':'add','path':'active','value':'true'} | INVALID_VALUE | true or false
        {'op':'add','path':'nickName','value':['x']} | INVALID_VALUE | array
        {'op':'add','path':'nickName','value':{'value':'x'}} | INVALID_VALUE | string
        {'op':'add','path':'name','value':'x'} | INVALID_VALUE | object
        {'op':'add','path':'emails','value':['x']} | INVALID_VALUE | emails[0]
        {'op':'add','path':'id','value':'x'} | MUTABILITY | read-only
        {'op':'remove','path':'id'} | MUTABILITY | read-only
        {'op':'replace','path':'meta.created','value':'2020-01-01T00:00:00Z'} | MUTABILITY | read-only
        {'op':'add','path':'groups','value':[{'value':'g'}]} | MUTABILITY | read-only
        {'op':'remove','path':'userName'} | MUTABILITY | required
        {'op':'replace','path':'userName','value':null} | INVALID_VALUE | required
        {'op':'replace','path':'userName','value':''} | INVALID_VALUE | required
        {'op':'replace','value':{'id':'x'}} | MUTABILITY | read-only
        {'op':'replace','value':{'noSuch':'x'}} | INVALID_SYNTAX | noSuch
        {'op':'replace','value':{'nickName':'x','NICKNAME':'y'}} | INVALID_SYNTAX | twice
        {'op':'replace','value':{'name.givenName':'x'}} | INVALID_SYNTAX | name.givenName
        {'op':'remove','path':'emails','value':[{'value':'a'}]} | INVALID_VALUE | path
        {'op':'remove','path':'schemas'} | MUTABILITY | extension
        {'op':'remove','path':'schemas','value':['urn:ietf:params:scim:schemas:core:2.0:User']} | MUTABILITY | extension
        {'op':'add','path':'schemas','value':['urn:x:y:z']} | MUTABILITY | extension
        {'op':'replace','path':'schemas','value':null} | MUTABILITY | extension
        {'op':'add','path':7,'value':'x'} | INVALID_SYNTAX | "path" must be a string, not a number
        {'op':'add','path':null,'value':'x'} | INVALID_VALUE | "value" must be an object of attributes
        {'op':'add','path':'nickName','path':'title','value':'x'} | INVALID_SYNTAX | "path" stands twice in one operation
        {'op':'remove','path':'urn:ietf:params:scim:schemas:core:2.0:User'} | NO_TARGET | use DELETE
        {'op':'add','path':'urn:ietf:params:scim:schemas:core:2.0:User'} | INVALID_VALUE | add needs a "value"
        {'op':'add','value':{'urn:ietf:params:scim:schemas:core:2.0:User':'x'}} | INVALID_SYNTAX | "urn:ietf:params:scim:schemas:core:2.0:User" in "value" is no attribute
        {'op':'add','path':'nickName eq \\'x\\' and title pr','value':'x'} | INVALID_PATH | an expression as path compares one attribute
        {'op':'add','path':'[type eq \\'x\\']','value':'x'} | INVALID_PATH | Expected an attribute path
        {'op':'remove','path':' nickName'} | INVALID_PATH | Expected an attribute path
        {'op':'replace','path':'name.formatted[type eq \\'x\\']','value':'x'} | INVALID_PATH | not after "name.formatted"
        {'op':'replace','path':'emails[type eq \\'home\\']','value':{'value':'x'}} | NO_TARGET | (replace emails[type eq "home"]): No value matches emails[type eq "home"]
        {'op':'replace','path':'emails[type eq \\'home\\'].value','value':'x'} | NO_TARGET | No value matches emails[type eq "home"].value
        {'op':'replace','path':'urn:ietf:params:scim:schemas:core:2.0:User:emails.value[type eq \\'x\\']','value':'x'} | INVALID_PATH | emails.value
        {'op':'add','value':{'name':{'noSuch':'x'}}} | INVALID_SYNTAX | "name" has no sub-attribute "noSuch"
        {'op':'add','value':{'meta':{'resourceType':'Group'}}} | MUTABILITY | "meta" is read-only, and not what was given
        {'op':'add','value':{'schemas':['urn:x:y:z']}} | MUTABILITY | "schemas" is read-only, and not what was given
        """)
    void is_refused_under_the_letter_of_the_rfc(String operation, ScimType type, String hint) {
        ScimException error = catchThrowableOfType(
                ScimException.class,
                () -> PatchCase.patch(
                        BEFORE,
                        "{'op':'add','path':'title','value':'ok'}," + operation.replace("\\'", "\\\""),
                        Tolerance.STRICT));
        assertThat(error).as("an error for " + operation).isNotNull();
        assertThat(error.scimType()).contains(type);
        assertThat(error.detail()).contains("Operations[1]").contains(hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [] | must be an object
        {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp']} | "Operations" is missing
        {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[]} | is empty
        {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':{}} | an array
        {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'Operations':[{'op':'remove','path':'title'}]} | PatchOp
        {'Operations':[{'op':'remove','path':'title'}]} | PatchOp
        {'schemas':[],'Operations':[{'op':'remove','path':'title'}]} | PatchOp
        {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[],'operations':[]} | twice
        {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[{'op':'remove','path':'title'}]} x | valid JSON
        {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[{'op':'remove','path':'title'}]} {} | goes on
        {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[7]} | An operation must be an object
        {'schemas':'urn:ietf:params:scim:api:messages:2.0:PatchOp','Operations':[{'op':'remove','path':'title'}]} | "schemas" must be an array
        {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp',7],'Operations':[{'op':'remove','path':'title'}]} | An entry of "schemas" must be a string
        {'schemas':null,'Operations':[{'op':'remove','path':'title'}]} | PatchOp
        {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'schemas':null,'Operations':[{'op':'remove','path':'title'}]} | twice
        """)
    void an_envelope_of_the_wrong_shape_is_invalid_syntax(String body, String hint) {
        ScimException error = catchThrowableOfType(
                ScimException.class,
                () -> Patch.parse(PatchCase.bytes(body), PatchCase.USER, Tolerance.STRICT, Limits.DEFAULT));
        assertThat(error).isNotNull();
        assertThat(error.scimType()).contains(ScimType.INVALID_SYNTAX);
        assertThat(error.detail()).contains(hint);
    }

    /** RFC 7643 §2.1 says nothing of them, so what a client adds of its own is passed over. */
    @Test
    void members_of_the_message_that_are_not_of_the_rfc_are_passed_over() {
        String body = "{'x':{'Operations':[7]},'SCHEMAS':['URN:ietf:params:scim:api:messages:2.0:patchop'],"
                + "'operations':[{'y':[{'op':1}],'op':'add','path':'title','value':'T','z':{'path':2}}]}";
        Patch patch = Patch.parse(PatchCase.bytes(body), PatchCase.USER, Tolerance.STRICT, Limits.DEFAULT);
        assertThat(patch.apply(PatchCase.user(""), MemberSource.NONE).resource())
                .isEqualTo(PatchCase.user("'title':'T'"));
    }

    @Test
    void an_empty_list_of_operations_or_of_schemas_is_forgiven_only_if_the_tolerance_says_so() {
        Tolerance strict = Tolerance.STRICT;
        String none = "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[]}";
        Patch patch =
                Patch.parse(PatchCase.bytes(none), PatchCase.USER, strict.with(Quirk.EMPTY_OPERATIONS), Limits.DEFAULT);
        assertThat(patch.apply(PatchCase.user(""), MemberSource.NONE).resource())
                .isEqualTo(PatchCase.user(""));

        Tolerance noSchemas = strict.with(Quirk.PATCH_WITHOUT_SCHEMAS);
        String bare = "{'schemas':null,'Operations':[{'op':'add','path':'title','value':'T'}]}";
        assertThat(Patch.parse(PatchCase.bytes(bare), PatchCase.USER, noSchemas, Limits.DEFAULT)
                        .type())
                .isSameAs(PatchCase.USER);
        String other = bare.replace("null", "['urn:x:y:z']");
        assertThat(catchThrowableOfType(
                        ScimException.class,
                        () -> Patch.parse(PatchCase.bytes(other), PatchCase.USER, noSchemas, Limits.DEFAULT)))
                .isNotNull();
    }

    @Test
    void operations_up_to_the_limit_are_taken_and_one_more_is_too_many() {
        Limits two = new Limits(1 << 20, 32, 1000, 2, 10);
        String one = "{'op':'add','path':'title','value':'T'}";
        Patch.parse(PatchCase.message(one + "," + one), PatchCase.USER, Tolerance.STRICT, two);
        ScimException error = catchThrowableOfType(
                ScimException.class,
                () -> Patch.parse(
                        PatchCase.message(one + "," + one + "," + one), PatchCase.USER, Tolerance.STRICT, two));
        assertThat(error.scimType()).contains(ScimType.TOO_MANY);
        assertThat(error.detail()).startsWith("The patch has more than 2 operations");
    }

    @Test
    void a_patch_knows_what_it_writes_each_place_once_and_fits_one_type_only() {
        String enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
        Patch patch = PatchCase.parse(
                "{'op':'add','path':'name.givenName','value':'M'},{'op':'remove','path':'name.familyName'},"
                        + "{'op':'add','path':'" + enterprise + ":department','value':'D'}",
                Tolerance.STRICT);
        var extension = PatchCase.USER.find(enterprise);
        assertThat(patch.written())
                .containsExactly(List.of(PatchCase.USER.find("name")), List.of(extension, extension.sub("department")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patch.apply(
                        Resource.builder(PatchCase.GROUP)
                                .set("displayName", "g")
                                .build(),
                        MemberSource.NONE))
                .withMessageContaining("A patch for User on a Group");
    }

    @Test
    void an_empty_text_where_json_in_a_text_is_forgiven_is_no_object_of_attributes() {
        ScimException error = catchThrowableOfType(
                ScimException.class,
                () -> PatchCase.parse(
                        "{'op':'add','value':' '}", Tolerance.STRICT.with(Quirk.LENIENT_JSON_STRING_VALUE)));
        assertThat(error.scimType()).contains(ScimType.INVALID_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}]", "{} x", "{", "{},"})
    void a_text_that_goes_on_after_its_json_is_none(String text) {
        ScimException error = catchThrowableOfType(
                ScimException.class,
                () -> PatchCase.parse(
                        "{'op':'add','value':'" + text + "'}", Tolerance.STRICT.with(Quirk.LENIENT_JSON_STRING_VALUE)));
        assertThat(error.scimType()).contains(ScimType.INVALID_SYNTAX);
    }

    /** The broken filter is a typing error; any other unknown key is passed over where that is forgiven. */
    @Test
    void a_key_with_a_broken_filter_is_an_error_even_where_unknown_keys_are_passed_over() {
        ScimException error = catchThrowableOfType(
                ScimException.class,
                () -> PatchCase.parse(
                        "{'op':'add','value':{'[type eq':'x'}}",
                        Tolerance.STRICT.with(Quirk.PATH_KEYS).with(Quirk.UNKNOWN_ATTRIBUTES)));
        assertThat(error).isNotNull();
        assertThat(PatchCase.patch(
                        "",
                        "{'op':'add','value':{'no such':'x','title':'T'}}",
                        Tolerance.STRICT.with(Quirk.PATH_KEYS).with(Quirk.UNKNOWN_ATTRIBUTES)))
                .isEqualTo(PatchCase.user("'title':'T'"));
    }

    @Test
    void two_operations_that_make_two_values_primary_are_one_primary_in_the_end() {
        var patched = PatchCase.patch(
                "'emails':[{'value':'a'},{'value':'b'}]",
                "{'op':'add','path':'emails[value eq \\\"a\\\"].primary','value':true},"
                        + "{'op':'add','path':'emails[value eq \\\"b\\\"].primary','value':true}",
                Tolerance.STRICT);
        assertThat(patched)
                .isEqualTo(PatchCase.user("'emails':[{'value':'a','primary':false},{'value':'b','primary':true}]"));
    }

    /** What is derived when a resource is read, as {@code meta.location} is, cannot be compared, and is passed over. */
    @Test
    void an_operation_without_path_may_repeat_metadata_but_not_change_it() {
        var user = PatchCase.user("").withMeta(Meta.created(Instant.parse("2026-01-31T12:00:00Z")));
        String same = "{'op':'replace','value':{'meta':{'created':'2026-01-31T12:00:00Z','location':'../Users/1'}}}";
        assertThat(PatchCase.parse(same, Tolerance.STRICT)
                        .apply(user, MemberSource.NONE)
                        .resource())
                .isEqualTo(user);
        for (String other : List.of("'created':'2020-01-31T12:00:00Z'", "'resourceType':'Group'")) {
            Patch patch = PatchCase.parse("{'op':'replace','value':{'meta':{" + other + "}}}", Tolerance.STRICT);
            assertThat(catchThrowableOfType(ScimException.class, () -> patch.apply(user, MemberSource.NONE))
                            .scimType())
                    .contains(ScimType.MUTABILITY);
        }
    }

    @Test
    void an_operation_without_path_may_repeat_read_only_attributes_as_they_are() {
        var user = PatchCase.user("").withId("u1");
        var patch = PatchCase.parse(
                "{'op':'replace','value':{'id':'u1','schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],"
                        + "'title':'T'}}",
                Tolerance.STRICT);
        assertThat(patch.apply(user, MemberSource.NONE).resource())
                .isEqualTo(PatchCase.user("'title':'T'").withId("u1"));
    }
}
