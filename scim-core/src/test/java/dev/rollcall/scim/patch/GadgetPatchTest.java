package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Restriction;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.resource.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7644 §3.5.2 and RFC 7643 §7 on attributes of every mutability, as a host's own type can have them. */
class GadgetPatchTest {
    private static String text(String cell) {
        return cell == null ? "" : cell.replace("${e}", Gadgets.EXTENSION).replace("~", "\\\"");
    }

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | {'op':'add','path':'serial','value':'1'} | 'serial':'1'
            'serial':'1' | {'op':'replace','path':'serial','value':'1'} | 'serial':'1'
            `` | {'op':'add','path':'marks','value':['1','2']} | 'marks':['1','2']
            'marks':['1'] | {'op':'add','path':'marks','value':['1']} | 'marks':['1']
            'marks':['1','2'] | {'op':'add','path':'marks','value':['1']} | 'marks':['1','2']
            `` | {'op':'remove','path':'serial'} | ``
            `` | {'op':'add','path':'tags','value':'a'},{'op':'add','path':'tags','value':['b','a']} | 'tags':['a','b']
            'tags':['a','b'] | {'op':'remove','path':'tags[value eq ~a~]'} | 'tags':['b']
            'tags':['a','b'] | {'op':'replace','path':'tags[value eq ~a~]','value':'c'} | 'tags':['c','b']
            'tags':['a','b'] | {'op':'add','path':'tags[value eq ~a~]','value':'c'} | 'tags':['c','b']
            'tags':['a','b'] | {'op':'add','path':'tags[value eq ~a~]','value':null} | 'tags':['a','b']
            'tags':['a','b'] | {'op':'replace','path':'tags','value':['b','c','b']} | 'tags':['b','c']
            'parts':[{'code':'1','value':'a'}] | {'op':'add','path':'parts[value eq ~a~]','value':{'count':2}} | 'parts':[{'code':'1','value':'a','count':2}]
            'parts':[{'code':'1','value':'a','count':1}] | {'op':'add','path':'parts[value eq ~a~].count','value':null} | 'parts':[{'code':'1','value':'a','count':1}]
            'parts':[{'code':'1','value':'a'}] | {'op':'add','path':'parts[value eq ~a~].made','value':'x'} | 'parts':[{'code':'1','value':'a','made':'x'}]
            'parts':[{'code':'1','value':'a','aliases':['x']}] | {'op':'add','path':'parts[value eq ~a~].aliases','value':['y']} | 'parts':[{'code':'1','value':'a','aliases':['x','y']}]
            'parts':[{'code':'1','value':'a','aliases':['x']}] | {'op':'replace','path':'parts[value eq ~a~].aliases','value':['y']} | 'parts':[{'code':'1','value':'a','aliases':['y']}]
            'parts':[{'code':'1','value':'a','aliases':['x']}] | {'op':'remove','path':'parts[value eq ~a~].aliases'} | 'parts':[{'code':'1','value':'a'}]
            'parts':[{'code':'1','value':'a','count':1},{'code':'2','value':'b','count':1}] | {'op':'replace','path':'parts.count','value':7} | 'parts':[{'code':'1','value':'a','count':7},{'code':'2','value':'b','count':7}]
            'parts':[{'code':'1','value':'a'}] | {'op':'add','path':'parts','value':[{'code':'2','value':'b'}]},{'op':'remove','path':'parts[value eq ~a~]'},{'op':'add','path':'parts','value':[{'code':'3','value':'c'}]} | 'parts':[{'code':'2','value':'b'},{'code':'3','value':'c'}]
            'parts':[{'code':'1','value':'a','primary':true}] | {'op':'add','path':'parts','value':[{'code':'2','value':'b','primary':true}]},{'op':'add','path':'parts','value':[{'value':'a','primary':true}]} | 'parts':[{'code':'1','value':'a','primary':true},{'code':'2','value':'b','primary':false}]
            'parts':[{'code':'1','value':'a','primary':true}] | {'op':'add','path':'parts','value':[{'value':'a','primary':false}]},{'op':'add','path':'parts','value':[{'code':'2','value':'b'}]},{'op':'add','path':'parts','value':[{'value':'a','primary':true}]} | 'parts':[{'code':'1','value':'a','primary':true},{'code':'2','value':'b'}]
            'parts':[{'code':'1','value':'a'},{'code':'2','value':'b'},{'code':'3','value':'c','primary':true}] | {'op':'add','path':'parts','value':[{'value':'b','primary':true}]} | 'parts':[{'code':'1','value':'a'},{'code':'2','value':'b','primary':true},{'code':'3','value':'c','primary':false}]
            'parts':[{'code':'1','value':'a','primary':true}] | {'op':'add','path':'parts','value':[{'value':'a','count':1}]} | 'parts':[{'code':'1','value':'a','primary':true,'count':1}]
            'parts':[{'code':'1','value':'a','primary':true}] | {'op':'add','path':'parts','value':[{'code':'2','value':'b','primary':true},{'value':'b','primary':false}]} | 'parts':[{'code':'1','value':'a','primary':true},{'code':'2','value':'b','primary':false}]
            `` | {'op':'add','path':'parts','value':[{'code':'1','value':'a','made':'x'},{'value':'a','made':'y'}]} | 'parts':[{'code':'1','value':'a','made':'y'}]
            'parts':[{'code':'1','value':'a','made':'x'}] | {'op':'add','path':'parts[value eq ~a~]','value':{'made':'x','count':1}} | 'parts':[{'code':'1','value':'a','made':'x','count':1}]
            'parts':[{'code':'1','value':'a','made':'x'}] | {'op':'remove','path':'parts[value eq ~a~]'} | ``
            '${e}':{'shelf':'1','notes':['a']} | {'op':'add','path':'${e}:notes','value':['b']},{'op':'add','path':'${e}:notes','value':['c']} | '${e}':{'shelf':'1','notes':['a','b','c']}
            '${e}':{'shelf':'1','notes':['a']} | {'op':'add','path':'${e}:notes','value':['b']},{'op':'replace','path':'${e}:shelf','value':'2'} | '${e}':{'shelf':'2','notes':['a','b']}
            '${e}':{'shelf':'1','notes':['a']} | {'op':'add','path':'${e}:notes','value':['b']},{'op':'remove','path':'${e}:notes[value eq ~a~]'} | '${e}':{'shelf':'1','notes':['b']}
            '${e}':{'shelf':'1','notes':['a']} | {'op':'add','path':'${e}:notes','value':['b']},{'op':'remove','path':'${e}'} | ``
            '${e}':{'shelf':'1','notes':['a']} | {'op':'replace','path':'${e}','value':null} | ``
            '${e}':{'shelf':'1'} | {'op':'add','value':{'${e}':null}} | '${e}':{'shelf':'1'}
            '${e}':{'shelf':'1','fixed':'f'} | {'op':'add','path':'${e}','value':{'shelf':'2'}} | '${e}':{'shelf':'2','fixed':'f'}
            'tags':['a'] | {'op':'add','path':'tags','value':['b']},{'op':'remove','path':'tags'} | ``
            'tags':['a'] | {'op':'add','path':'tags','value':['b']},{'op':'replace','path':'tags','value':['c']},{'op':'add','path':'tags','value':['d']} | 'tags':['c','d']
            'parts':[{'value':'a'}] | {'op':'remove','path':'parts.code'} | 'parts':[{'value':'a'}]
            'box':{'size':'1'} | {'op':'add','path':'box','value':{'stamp':'x','color':'red'}} | 'box':{'size':'1','color':'red'}
            """)
    void makes_of_a_resource(String before, String operations, String after) {
        assertThat(Gadgets.patch(text(before), text(operations), Tolerance.STRICT))
                .isEqualTo(Gadgets.kept(text(after)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'serial':'1' | {'op':'replace','path':'serial','value':'2'} | MUTABILITY | Operations[0] (replace serial): "serial" is immutable
            'serial':'1' | {'op':'remove','path':'serial'} | MUTABILITY | "serial" is immutable
            'marks':['1'] | {'op':'add','path':'marks','value':['2']} | MUTABILITY | Operations[0] (add marks): "marks" is immutable
            'parts':[{'code':'1','value':'a','made':'x'}] | {'op':'replace','path':'parts[value eq ~a~].made','value':'y'} | MUTABILITY | Operations[0] (replace parts[value eq "a"].made): "made" is immutable
            'parts':[{'code':'1','value':'a','made':'x'}] | {'op':'add','path':'parts[value eq ~a~]','value':{'made':'y'}} | MUTABILITY | "made" is immutable
            'parts':[{'code':'1','value':'a','made':'x'}] | {'op':'add','path':'parts','value':[{'value':'a','made':'y'}]} | MUTABILITY | Operations[0] (add parts): "made" is immutable
            '${e}':{'shelf':'1','fixed':'f'} | {'op':'remove','path':'${e}'} | MUTABILITY | "fixed" is immutable
            '${e}':{'shelf':'1','fixed':'f'} | {'op':'replace','path':'${e}','value':{'fixed':'g'}} | MUTABILITY | "fixed" is immutable
            'parts':[{'code':'1','value':'a'}] | {'op':'remove','path':'parts.code'} | MUTABILITY | Operations[0] (remove parts.code): "code" is required
            'parts':[{'code':'1','value':'a'}] | {'op':'replace','path':'parts[value eq ~a~].code','value':null} | INVALID_VALUE | "code" is required
            'parts':[{'code':'1','value':'a'}] | {'op':'replace','path':'parts[value eq ~a~].seen','value':'x'} | MUTABILITY | "seen" is read-only
            'parts':[{'code':'1','value':'a'}] | {'op':'replace','path':'parts.value[type eq ~a~]','value':'x'} | INVALID_PATH | A filter in brackets stands after the attribute
            '${e}':{'shelf':'1'} | {'op':'remove','path':'${e}[shelf eq ~1~]'} | INVALID_PATH | A filter in brackets stands after the attribute
            '${e}':{'shelf':'1'} | {'op':'remove','path':'${e}:shelf'} | MUTABILITY | Operations[0] (remove ${e}:shelf): "shelf" is required
            '${e}':{'shelf':'1'} | {'op':'add','path':'${e}','value':'x'} | INVALID_VALUE | "${e}" is an extension; its value must be an object
            '${e}':{'shelf':'1'} | {'op':'add','path':'${e}:row','value':'x'} | MUTABILITY | "row" is read-only
            'box':{'size':'1'} | {'op':'add','path':'box','value':{'noSuch':'x'}} | INVALID_SYNTAX | "box" has no sub-attribute "noSuch"; it has [size, color, stamp, key]
            'box':{'size':'1'} | {'op':'replace','path':'box.stamp','value':'x'} | MUTABILITY | "stamp" is read-only
            'box':{'size':'1'} | {'op':'replace','path':'box[size eq ~1~].color','value':'x'} | INVALID_PATH | "box" is not multi-valued
            'tags':['a'] | {'op':'replace','path':'tags[value eq ~x~]','value':'y'} | NO_TARGET | No value matches tags[value eq "x"]
            """)
    void is_refused_and_says_why(String before, String operation, ScimType type, String detail) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> Gadgets.patch(text(before), text(operation), Tolerance.STRICT))
                .satisfies(e -> assertThat(e.scimType()).contains(type))
                .withMessageContaining(text(detail).replace("\\\"", "\""));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'tags':['a','b','c'] | {'op':'remove','path':'tags','value':['a','c']} | 'tags':['b']
            'tags':['a','b'] | {'op':'remove','path':'tags','value':'a'} | 'tags':['b']
            'tags':['a','b'] | {'op':'remove','path':'tags','value':['A']} | 'tags':['a','b']
            'parts':[{'code':'1','value':'a','type':'x'},{'code':'2','value':'b'}] | {'op':'remove','path':'parts','value':[{'value':'a'}]} | 'parts':[{'code':'2','value':'b'}]
            'parts':[{'code':'1','value':'a','type':'x'},{'code':'2','value':'a'}] | {'op':'remove','path':'parts','value':[{'value':'a','type':'X'}]} | 'parts':[{'code':'2','value':'a'}]
            'parts':[{'code':'1'},{'code':'2'}] | {'op':'remove','path':'parts','value':[{'code':'1'}]} | 'parts':[{'code':'2'}]
            """)
    void values_to_remove_are_named_by_value_and_by_type_if_they_say_one(
            String before, String operation, String after) {
        Tolerance byValue = Tolerance.STRICT.with(Quirk.REMOVE_BY_VALUE);
        assertThat(Gadgets.patch(text(before), text(operation), byValue)).isEqualTo(Gadgets.kept(text(after)));
    }

    /** The profiles for interoperability ask for more than the RFC does. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            REPLACE_WHOLE_COMPLEX | {'op':'replace','path':'box','value':{'SIZE':'2'}} | 'box':{'size':'2','stamp':'s','key':'k'}
            REPLACE_WHOLE_COMPLEX | {'op':'replace','value':{'box':{'color':'blue','size':'2'}}} | 'box':{'size':'2','color':'blue','stamp':'s','key':'k'}
            REPLACE_WHOLE_COMPLEX | {'op':'add','path':'box','value':{'size':'2'}} | 'box':{'size':'2','color':'red','stamp':'s','key':'k'}
            PATH_IN_EVERY_OPERATION | {'op':'replace','path':'box','value':{'size':'2'}} | 'box':{'size':'2','color':'red','stamp':'s','key':'k'}
            UNKNOWN_PATH_IS_SYNTAX | {'op':'replace','path':'box.size','value':'2'} | 'box':{'size':'2','color':'red','stamp':'s','key':'k'}
            """)
    void what_a_restriction_leaves_goes_on_as_before(Restriction restriction, String operation, String after) {
        String before = "'box':{'size':'1','color':'red','stamp':'s','key':'k'}";
        assertThat(Gadgets.patch(before, text(operation), Tolerance.STRICT.with(restriction)))
                .isEqualTo(Gadgets.kept(after));
    }

    /** An extension is no complex attribute: what a client does not mention of it stays. */
    @Test
    void an_extension_is_not_replaced_as_a_whole_under_any_profile() {
        String before = text("'${e}':{'shelf':'1','notes':['a']}");
        String replace = text("{'op':'replace','path':'${e}','value':{'shelf':'2'}}");
        assertThat(Gadgets.patch(before, replace, Tolerance.STRICT.with(Restriction.REPLACE_WHOLE_COMPLEX)))
                .isEqualTo(Gadgets.kept(text("'${e}':{'shelf':'2','notes':['a']}")));
    }

    @Test
    void an_operation_in_a_message_does_not_show_its_value_which_can_be_a_secret() {
        Target target = new Target(null, Gadgets.TYPE.attributes().get("secret"), null, null);
        PatchOperation step = new PatchOperation(3, Op.ADD, target, Value.of("s3cret"), false, false);
        assertThat(step).hasToString("Operations[3] (add secret)");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PATH_IN_EVERY_OPERATION | {'op':'add','value':{'label':'x'}} | "path" is missing
            UNKNOWN_PATH_IS_SYNTAX | {'op':'add','path':'noSuch','value':'x'} | "noSuch" is no attribute
            UNKNOWN_PATH_IS_SYNTAX | {'op':'add','path':'parts[value eq ~a~].noSuch','value':'x'} | has no sub-attribute "noSuch"
            """)
    void what_a_restriction_forbids_is_invalid_syntax(Restriction restriction, String operation, String detail) {
        String before = "'parts':[{'code':'1','value':'a'}]";
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> Gadgets.patch(before, text(operation), Tolerance.STRICT.with(restriction)))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.INVALID_SYNTAX))
                .withMessageContaining(detail);
    }

    private static final Tolerance CREATES = Tolerance.STRICT.with(Quirk.CREATE_MATCHING_ELEMENT);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'op':'add','path':'parts[type eq ~x~].value','value':'a'} | 'parts':[{'type':'x','value':'a'}]
            {'op':'add','path':'parts[type eq ~x~]','value':{'code':'1'}} | 'parts':[{'type':'x','code':'1'}]
            {'op':'add','path':'parts[primary eq true and type eq ~x~]','value':{'code':'1'}} | 'parts':[{'primary':true,'type':'x','code':'1'}]
            {'op':'add','path':'parts.value','value':'a'} | 'parts':[{'value':'a'}]
            """)
    void an_element_that_the_path_describes_is_made_if_that_is_forgiven(String operation, String after) {
        assertThat(Gadgets.patch("", text(operation), CREATES)).isEqualTo(Gadgets.kept(after));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'op':'add','path':'parts[type ne ~x~].value','value':'a'}
            {'op':'add','path':'parts[type eq ~x~ or type eq ~y~].value','value':'a'}
            {'op':'add','path':'parts[count eq 1].value','value':'a'}
            {'op':'add','path':'parts[type pr].value','value':'a'}
            {'op':'add','path':'tags[value eq ~x~]','value':'a'}
            """)
    void no_element_is_made_from_a_filter_that_describes_none(String operation) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> Gadgets.patch("", text(operation), CREATES))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.NO_TARGET));
    }
}
