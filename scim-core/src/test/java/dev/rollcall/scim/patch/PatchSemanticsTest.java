package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Tolerance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7644 §3.5.2: what each operation makes of a resource, under the letter of the RFC. */
class PatchSemanticsTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        add sets an attribute without value | `` | {'op':'add','path':'nickName','value':'Mi'} | 'nickName':'Mi'
        add replaces a single value | 'nickName':'Mi' | {'op':'add','path':'nickName','value':'Ra'} | 'nickName':'Ra'
        add null changes nothing | 'nickName':'Mi' | {'op':'add','path':'nickName','value':null} | 'nickName':'Mi'
        add an empty list changes nothing | 'emails':[{'value':'a'}] | {'op':'add','path':'emails','value':[]} | 'emails':[{'value':'a'}]
        names have no case | `` | {'OP':'add','Path':'NICKNAME','VALUE':'Mi'} | 'nickName':'Mi'
        add appends to a list | 'emails':[{'value':'a'}] | {'op':'add','path':'emails','value':[{'value':'b'}]} | 'emails':[{'value':'a'},{'value':'b'}]
        add appends one element | 'emails':[{'value':'a'}] | {'op':'add','path':'emails','value':{'value':'b'}} | 'emails':[{'value':'a'},{'value':'b'}]
        add of a present value is nothing | 'emails':[{'value':'a','type':'work'}] | {'op':'add','path':'emails','value':[{'value':'A','type':'work'}]} | 'emails':[{'value':'A','type':'work'}]
        add to a present value merges | 'emails':[{'value':'a','type':'work'}] | {'op':'add','path':'emails','value':[{'value':'a','type':'work','display':'x'}]} | 'emails':[{'value':'a','type':'work','display':'x'}]
        one value of two types is two | 'emails':[{'value':'a','type':'work'}] | {'op':'add','path':'emails','value':[{'value':'a','type':'home'}]} | 'emails':[{'value':'a','type':'work'},{'value':'a','type':'home'}]
        add merges a complex value | 'name':{'givenName':'M'} | {'op':'add','path':'name','value':{'familyName':'S'}} | 'name':{'givenName':'M','familyName':'S'}
        add a sub-attribute | 'name':{'givenName':'M'} | {'op':'add','path':'name.familyName','value':'S'} | 'name':{'givenName':'M','familyName':'S'}
        add without path | 'name':{'givenName':'M'} | {'op':'add','value':{'nickName':'Mi','name':{'familyName':'S'}}} | 'nickName':'Mi','name':{'givenName':'M','familyName':'S'}
        add to an extension | `` | {'op':'add','path':'${e}:department','value':'R'} | '${e}':{'department':'R'}
        add an extension as a whole | '${e}':{'division':'D'} | {'op':'add','path':'${e}','value':{'department':'R'}} | '${e}':{'division':'D','department':'R'}
        add an extension without path | '${e}':{'division':'D'} | {'op':'add','value':{'${e}':{'department':'R'}}} | '${e}':{'division':'D','department':'R'}
        a qualified core name | `` | {'op':'add','path':'urn:ietf:params:scim:schemas:core:2.0:User:nickName','value':'Mi'} | 'nickName':'Mi'
        the base schema as path is the resource | `` | {'op':'add','path':'urn:ietf:params:scim:schemas:core:2.0:User','value':{'nickName':'Mi'}} | 'nickName':'Mi'
        add in selected elements | 'emails':[{'value':'a','type':'work'},{'value':'b','type':'home'}] | {'op':'add','path':'emails[type eq \\'home\\'].display','value':'x'} | 'emails':[{'value':'a','type':'work'},{'value':'b','type':'home','display':'x'}]
        remove a single value | 'nickName':'Mi' | {'op':'remove','path':'nickName'} | ``
        remove what is not there | `` | {'op':'remove','path':'nickName'} | ``
        remove a list | 'emails':[{'value':'a'}] | {'op':'remove','path':'emails'} | ``
        remove selected elements | 'emails':[{'value':'a','type':'work'},{'value':'b','type':'home'}] | {'op':'remove','path':'emails[type eq \\'work\\']'} | 'emails':[{'value':'b','type':'home'}]
        remove the last element | 'emails':[{'value':'a','type':'work'}] | {'op':'remove','path':'emails[type eq \\'work\\']'} | ``
        remove what no filter selects | 'emails':[{'value':'a'}] | {'op':'remove','path':'emails[type eq \\'work\\']'} | 'emails':[{'value':'a'}]
        remove a sub-attribute of elements | 'emails':[{'value':'a','type':'work','display':'x'}] | {'op':'remove','path':'emails[type eq \\'work\\'].display'} | 'emails':[{'value':'a','type':'work'}]
        an emptied element goes | 'emails':[{'display':'x'}] | {'op':'remove','path':'emails[display eq \\'x\\'].display'} | ``
        an element with nothing but its label goes | 'emails':[{'value':'a','type':'work','primary':true}] | {'op':'remove','path':'emails[type eq \\'work\\'].value'} | ``
        an element may begin as a label | 'emails':[{'value':'a','type':'work'}] | {'op':'remove','path':'emails[type eq \\'work\\'].display'} | 'emails':[{'value':'a','type':'work'}]
        remove a sub-attribute of every element | 'emails':[{'value':'a','display':'x'},{'value':'b','display':'y'}] | {'op':'remove','path':'emails.display'} | 'emails':[{'value':'a'},{'value':'b'}]
        remove the last sub-attribute | 'name':{'givenName':'M'} | {'op':'remove','path':'name.givenName'} | ``
        remove an extension | '${e}':{'department':'R'} | {'op':'remove','path':'${e}'} | ``
        remove from an extension | '${e}':{'department':'R','division':'D'} | {'op':'remove','path':'${e}:department'} | '${e}':{'division':'D'}
        replace a value | 'nickName':'Mi' | {'op':'replace','path':'nickName','value':'Ra'} | 'nickName':'Ra'
        replace what is not there adds | `` | {'op':'replace','path':'nickName','value':'Ra'} | 'nickName':'Ra'
        replace by null unassigns | 'nickName':'Mi' | {'op':'replace','path':'nickName','value':null} | ``
        replace by an empty text unassigns | 'nickName':'Mi' | {'op':'replace','path':'nickName','value':''} | ``
        replace a list | 'emails':[{'value':'a'}] | {'op':'replace','path':'emails','value':[{'value':'b'},{'value':'c'}]} | 'emails':[{'value':'b'},{'value':'c'}]
        replace a list by none | 'emails':[{'value':'a'}] | {'op':'replace','path':'emails','value':[]} | ``
        replace a complex value merges | 'name':{'givenName':'M','familyName':'S'} | {'op':'replace','path':'name','value':{'familyName':'T'}} | 'name':{'givenName':'M','familyName':'T'}
        null in a complex value unassigns | 'name':{'givenName':'M','familyName':'S'} | {'op':'replace','path':'name','value':{'familyName':null}} | 'name':{'givenName':'M'}
        replace without path | 'nickName':'Mi','title':'T' | {'op':'replace','value':{'nickName':'Ra'}} | 'nickName':'Ra','title':'T'
        null without path unassigns | 'nickName':'Mi','title':'T' | {'op':'replace','value':{'nickName':null}} | 'title':'T'
        replace selected elements | 'emails':[{'value':'a','type':'work','display':'x'},{'value':'b'}] | {'op':'replace','path':'emails[type eq \\'work\\']','value':{'value':'c'}} | 'emails':[{'value':'c'},{'value':'b'}]
        replace a sub-attribute of elements | 'emails':[{'value':'a','type':'work'},{'value':'b','type':'work'}] | {'op':'replace','path':'emails[type eq \\'work\\'].display','value':'x'} | 'emails':[{'value':'a','type':'work','display':'x'},{'value':'b','type':'work','display':'x'}]
        a new primary takes it from the others | 'emails':[{'value':'a','primary':true},{'value':'b'}] | {'op':'add','path':'emails','value':[{'value':'c','primary':true}]} | 'emails':[{'value':'a','primary':false},{'value':'b'},{'value':'c','primary':true}]
        primary by sub-attribute | 'emails':[{'value':'a','primary':true},{'value':'b'}] | {'op':'replace','path':'emails[value eq \\'b\\'].primary','value':true} | 'emails':[{'value':'a','primary':false},{'value':'b','primary':true}]
        primary by element | 'emails':[{'value':'a','primary':true},{'value':'b'}] | {'op':'replace','path':'emails[value eq \\'b\\']','value':{'value':'c','primary':true}} | 'emails':[{'value':'a','primary':false},{'value':'c','primary':true}]
        operations follow each other | `` | {'op':'add','path':'nickName','value':'a'},{'op':'replace','path':'nickName','value':'b'} | 'nickName':'b'
        a later operation sees an earlier one | `` | {'op':'add','path':'emails','value':[{'value':'a','type':'work'}]},{'op':'add','path':'emails[type eq \\'work\\'].display','value':'x'} | 'emails':[{'value':'a','type':'work','display':'x'}]
        an expression selects a schema | '${e}':{'department':'R'} | {'op':'remove','path':'schemas eq \\'${e}\\''} | ``
        a schema that is not in use selects nothing | '${e}':{'department':'R'} | {'op':'remove','path':'schemas eq \\'urn:x:y:z\\''} | '${e}':{'department':'R'}
        schemas may be repeated | '${e}':{'department':'R'} | {'op':'add','path':'schemas','value':['urn:ietf:params:scim:schemas:core:2.0:User','${e}']} | '${e}':{'department':'R'}
        schemas may be replaced by themselves | `` | {'op':'replace','path':'schemas','value':['urn:ietf:params:scim:schemas:core:2.0:user']} | ``
        a photo of the same link is the same | 'photos':[{'value':'http://x/1'},{'value':'http://x/2'}] | {'op':'add','path':'photos','value':[{'value':'http://x/2','display':'d'}]} | 'photos':[{'value':'http://x/1'},{'value':'http://x/2','display':'d'}]
        an email of the wrong case is the same | 'emails':[{'value':'a@b','type':'work'}] | {'op':'remove','path':'emails[value eq \\'A@B\\']'} | ``
        """)
    void makes_of_a_resource(String name, String before, String operations, String after) {
        String ops = operations.replace("\\'", "\\\"").replace("${e}", ENTERPRISE);
        assertThat(PatchCase.patch(text(before), ops, Tolerance.STRICT)).isEqualTo(PatchCase.user(text(after)));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell.replace("${e}", ENTERPRISE);
    }
}
