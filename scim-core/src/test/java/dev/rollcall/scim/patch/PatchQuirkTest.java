package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each quirk alone makes its request work, and all the others together do not. */
class PatchQuirkTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        REMOVE_BY_VALUE | 'emails':[{'value':'a'},{'value':'b'}] | {'op':'remove','path':'emails','value':[{'value':'a'}]} | 'emails':[{'value':'b'}]
        REMOVE_BY_VALUE | 'emails':[{'value':'a'},{'value':'b'}] | {'op':'remove','path':'emails','value':[]} | 'emails':[{'value':'a'},{'value':'b'}]
        REMOVE_BY_VALUE | 'emails':[{'value':'a','type':'work'},{'value':'a','type':'home'}] | {'op':'remove','path':'emails','value':[{'value':'a','type':'home'}]} | 'emails':[{'value':'a','type':'work'}]
        PATH_KEYS | 'name':{'familyName':'S'} | {'op':'replace','value':{'name.givenName':'M'}} | 'name':{'familyName':'S','givenName':'M'}
        PATH_KEYS | `` | {'op':'replace','value':{'${e}:department':'R'}} | '${e}':{'department':'R'}
        PATH_KEYS | 'emails':[{'type':'work','value':'a'}] | {'op':'replace','value':{'emails[type eq \\'work\\'].value':'b'}} | 'emails':[{'type':'work','value':'b'}]
        STRING_LITERALS | `` | {'op':'add','path':'active','value':'False'} | 'active':false
        STRING_LITERALS | 'roles':[{'value':'a','primary':true}] | {'op':'replace','path':'roles[primary eq \\'True\\'].value','value':'b'} | 'roles':[{'value':'b','primary':true}]
        OPERATION_CASE | `` | {'op':'Replace','path':'title','value':'T'} | 'title':'T'
        CREATE_MATCHING_ELEMENT | `` | {'op':'add','path':'emails[type eq \\'work\\'].value','value':'a'} | 'emails':[{'type':'work','value':'a'}]
        CREATE_MATCHING_ELEMENT | `` | {'op':'replace','path':'emails[type eq \\'work\\' and primary eq true].value','value':'a'} | 'emails':[{'type':'work','primary':true,'value':'a'}]
        CREATE_MATCHING_ELEMENT | 'emails':[{'value':'x','primary':true}] | {'op':'add','path':'emails[primary eq true and type eq \\'work\\']','value':{'value':'a'}} | 'emails':[{'value':'x','primary':false},{'type':'work','primary':true,'value':'a'}]
        CREATE_MATCHING_ELEMENT | `` | {'op':'replace','path':'emails[type eq \\'work\\'].value','value':null} | ``
        SINGULAR_COMPLEX_FORMS | `` | {'op':'add','path':'${e}:manager','value':'m1'} | '${e}':{'manager':{'value':'m1'}}
        SINGULAR_COMPLEX_FORMS | `` | {'op':'add','path':'${e}:manager','value':[{'value':'m1'}]} | '${e}':{'manager':{'value':'m1'}}
        FILTER_ON_SINGULAR | '${e}':{'manager':{'value':'m1'}} | {'op':'remove','path':'${e}:manager[value eq \\'m1\\']'} | ``
        READ_ONLY_IN_PATCH_VALUE | `` | {'op':'replace','value':{'id':'other','meta':{'created':'no date'},'groups':[],'title':'T'}} | 'title':'T'
        UNKNOWN_ATTRIBUTES | `` | {'op':'replace','value':{'noSuch':{'a':1},'title':'T','name':{'noSuch':1,'givenName':'M'}}} | 'title':'T','name':{'givenName':'M'}
        VALUE_SHAPES | `` | {'op':'add','path':'emails','value':'a'} | 'emails':[{'value':'a'}]
        VALUE_SHAPES | `` | {'op':'add','path':'emails','value':['a','b']} | 'emails':[{'value':'a'},{'value':'b'}]
        VALUE_SHAPES | `` | {'op':'add','path':'title','value':[{'value':'T'}]} | 'title':'T'
        VALUE_SHAPES | `` | {'op':'add','path':'title','value':{'value':'T'}} | 'title':'T'
        VALUE_SHAPES | `` | {'op':'add','value':[{'title':'T'}]} | 'title':'T'
        UNQUALIFIED_EXTENSION | `` | {'op':'add','path':'department','value':'R'} | '${e}':{'department':'R'}
        UNQUALIFIED_EXTENSION | `` | {'op':'add','path':'manager.value','value':'m1'} | '${e}':{'manager':{'value':'m1'}}
        LENIENT_JSON_STRING_VALUE | `` | {'op':'replace','value':'{\\'title\\':\\'T\\'}'} | 'title':'T'
        """)
    void makes_its_request_work(Quirk quirk, String before, String operations, String after) {
        String ops = operations.replace("\\'", "\\\"").replace("${e}", ENTERPRISE);
        Tolerance only = Tolerance.STRICT.with(quirk);
        // A key that is no path would be passed over as an unknown attribute.
        Tolerance allOthers =
                Tolerance.DEFAULT.without(quirk).without(quirk == Quirk.PATH_KEYS ? Quirk.UNKNOWN_ATTRIBUTES : quirk);

        assertThat(PatchCase.patch(text(before), ops, only)).isEqualTo(PatchCase.user(text(after)));
        assertThat(catchThrowable(() -> PatchCase.patch(text(before), ops, allOthers)))
                .isInstanceOf(ScimException.class);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell.replace("${e}", ENTERPRISE);
    }
}
