package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        """)
    void an_envelope_of_the_wrong_shape_is_invalid_syntax(String body, String hint) {
        ScimException error = catchThrowableOfType(
                ScimException.class,
                () -> Patch.parse(PatchCase.bytes(body), PatchCase.USER, Tolerance.STRICT, Limits.DEFAULT));
        assertThat(error).isNotNull();
        assertThat(error.scimType()).contains(ScimType.INVALID_SYNTAX);
        assertThat(error.detail()).contains(hint);
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
