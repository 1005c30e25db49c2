package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.resource.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of every resource that is written, and what a PUT keeps of the one before. */
class ResourceRulesTest {
    private static final String EXTENSION = Gadgets.EXTENSION;

    private static Resource checked(String attributes) {
        return ResourceRules.checked(Gadgets.sent(text(attributes)), Limits.DEFAULT);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell.replace("${e}", EXTENSION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'label':'L','tags':['b','a','b'] | 'label':'L','tags':['b','a']
            'tags':['a','A'] | 'tags':['a','A']
            'parts':[{'code':'1','value':'a'},{'code':'2','value':'a'}] | 'parts':[{'code':'2','value':'a'}]
            'parts':[{'code':'1','value':'a','type':'X'},{'code':'2','value':'a','type':'x'}] | 'parts':[{'code':'2','value':'a','type':'x'}]
            'parts':[{'code':'1','value':'a','type':'x'},{'code':'2','value':'a','type':'y'},{'code':'3','value':'a'}] | 'parts':[{'code':'1','value':'a','type':'x'},{'code':'2','value':'a','type':'y'},{'code':'3','value':'a'}]
            'parts':[{'code':'1'},{'code':'2'},{'code':'1'}] | 'parts':[{'code':'1'},{'code':'2'}]
            'secret':'s','pin':'p','label':'L' | 'label':'L'
            'box':{'size':'1','key':'k'} | 'box':{'size':'1'}
            'parts':[{'code':'1','hush':'x'},{'hush':'y'}] | 'parts':[{'code':'1'}]
            'parts':[{'hush':'y'}] | ``
            '${e}':{'shelf':'1','notes':['a','a']} | '${e}':{'shelf':'1','notes':['a']}
            'parts':[{'code':'1','value':'a','type':'x','primary':true},{'code':'2','value':'a','type':'y','primary':true}] | 'parts':[{'code':'1','value':'a','type':'x','primary':true},{'code':'2','value':'a','type':'y','primary':false}]
            'parts':[{'code':'1','value':'a','primary':false},{'code':'2','value':'b','primary':true}] | 'parts':[{'code':'1','value':'a','primary':false},{'code':'2','value':'b','primary':true}]
            """)
    void a_resource_is_kept_with_each_value_once_and_without_secrets(String given, String kept) {
        assertThat(checked(given)).isEqualTo(Gadgets.sent(text(kept)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'box':{'color':'red'} | "box.size" is required
            'box':{'size':' ','color':'red'} | "box.size" is required
            'parts':[{'code':'1'},{'value':'a'}] | "parts.code" is required
            '${e}':{'notes':['a']} | "${e}:shelf" is required
            'parts':[{'code':'1','value':'a','primary':true},{'code':'2','value':'b','primary':true}] | "parts" has more than one value with "primary": true
            'parts':[{'code':'1','primary':true},{'code':'2','primary':true}] | "parts" has more than one value with "primary": true
            'parts':[{'code':'1','value':'a','type':'x','primary':true},{'code':'2','value':'a','type':'y','primary':true},{'code':'3','value':'b','primary':true}] | more than one value
            """)
    void a_resource_that_breaks_its_schema_is_refused_with_the_place(String given, String detail) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> checked(given))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.INVALID_VALUE))
                .withMessageContaining(text(detail));
    }

    @Test
    void a_link_beside_a_value_follows_from_it_and_is_not_kept() {
        String enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
        Resource user = PatchCase.user("'" + enterprise + "':{'manager':{'value':'m1','$ref':'../Users/other'}}");
        assertThat(ResourceRules.checked(user, Limits.DEFAULT))
                .isEqualTo(PatchCase.user("'" + enterprise + "':{'manager':{'value':'m1'}}"));
        Resource linkOnly = PatchCase.user("'" + enterprise + "':{'manager':{'$ref':'../Users/other'}}");
        assertThat(ResourceRules.checked(linkOnly, Limits.DEFAULT)).isEqualTo(linkOnly);
    }

    @Test
    void more_values_than_the_limit_are_too_many_at_any_depth() {
        Limits two = new Limits(1 << 20, 32, 1000, 100, 2);
        ResourceRules.checked(Gadgets.sent("'tags':['a','b']"), two);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> ResourceRules.checked(Gadgets.sent("'tags':['a','b','c']"), two))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.TOO_MANY))
                .withMessage("\"tags\" has 3 values; the limit of this server is 2");
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> ResourceRules.checked(
                        Gadgets.sent("'" + EXTENSION + "':{'shelf':'1','notes':['a','b','c']}"), two))
                .withMessageStartingWith("\"notes\" has 3 values");
    }

    /** RFC 7644 §3.5.1. */
    @ParameterizedTest(name = "{0} then {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'label':'L','tags':['a'] | 'label':'M' | 'label':'M'
            'label':'L' | `` | ``
            'state':'s','label':'L' | 'label':'M' | 'state':'s','label':'M'
            'serial':'1' | `` | 'serial':'1'
            'serial':'1' | 'serial':'1' | 'serial':'1'
            `` | 'serial':'1' | 'serial':'1'
            'pin':'p' | `` | 'pin':'p'
            'pin':'p' | 'pin':'q' | 'pin':'q'
            'box':{'size':'1','color':'red','stamp':'s'} | 'box':{'size':'2'} | 'box':{'size':'2','stamp':'s'}
            'box':{'size':'1','stamp':'s'} | `` | 'box':{'stamp':'s'}
            'box':{'size':'1','color':'red'} | `` | ``
            `` | 'box':{'size':'2'} | 'box':{'size':'2'}
            '${e}':{'shelf':'1','row':'r','fixed':'f'} | '${e}':{'shelf':'2'} | '${e}':{'shelf':'2','row':'r','fixed':'f'}
            'parts':[{'code':'1','made':'x','count':1}] | 'parts':[{'code':'2'}] | 'parts':[{'code':'2'}]
            """)
    void a_put_replaces_what_a_client_may_write_and_keeps_the_rest(String before, String given, String after) {
        assertThat(ResourceRules.replaced(Gadgets.kept(text(before)), Gadgets.sent(text(given))))
                .isEqualTo(Gadgets.kept(text(after)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'serial':'1' | 'serial':'2' | "serial" is immutable
            'marks':['1'] | 'marks':['1','2'] | "marks" is immutable
            '${e}':{'shelf':'1','fixed':'f'} | '${e}':{'shelf':'1','fixed':'g'} | "fixed" is immutable
            """)
    void a_put_cannot_change_what_is_immutable(String before, String given, String detail) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> ResourceRules.replaced(Gadgets.kept(text(before)), Gadgets.sent(text(given))))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.MUTABILITY))
                .withMessageContaining(detail);
    }
}
