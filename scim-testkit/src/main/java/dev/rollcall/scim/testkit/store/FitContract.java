package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a store can keep it keeps as it says, and what it cannot it refuses. */
public interface FitContract extends StoreFixture {
    @EachType
    default void declared_schemas_must_be_the_same_object_each_time(ResourceType type) {
        assertThat(store().schemas()).isEqualTo(store().schemas());
        store().schemas().ifPresent(declared -> {
            assertThat(declared).isSameAs(store().schemas().orElseThrow());
            assertThat(declared.resourceType(type.name())).isSameAs(type);
        });
    }

    @EachType
    default void every_attribute_of_the_schemas_must_be_kept(ResourceType type) {
        int number = 0;
        for (Attribute attribute : Samples.kept(type)) {
            Resource wanted = named(type, "u" + ++number).with(attribute, Samples.value(attribute, "t" + number, 1));
            Resource fitted = fitted(wanted);
            insert(host(), fitted);

            assertThat(get(host(), type, "u" + number)).isEqualTo(fitted);
            assertThat(fitted.get(attribute))
                    .as("what is kept of %s", attribute)
                    .isNotNull();
        }
    }

    @EachType
    default void a_resource_with_every_attribute_comes_back_as_it_was_fitted(ResourceType type) {
        Resource full = named(type, "u1");
        for (Attribute attribute : Samples.kept(type)) {
            full = full.with(attribute, Samples.value(attribute, "Ü " + attribute.index(), 1));
        }
        Resource fitted = fitted(full);
        insert(host(), fitted);

        assertThat(get(host(), type, "u1")).isEqualTo(fitted);
        Resource plain = renamed(fitted(named(type, "u1")), "plain");
        assertThat(replace(host(), plain, 1)).isTrue();
        assertThat(get(host(), type, "u1")).isEqualTo(plain);
    }

    @EachType
    default void what_a_resource_is_fitted_to_must_fit_as_it_is(ResourceType type) {
        for (Resource odd : oddResources(type)) {
            whatFits(odd).ifPresent(fitted -> assertThat(fitted(fitted)).isEqualTo(fitted));
        }
    }

    @EachType
    default void fitting_must_leave_id_and_metadata_alone(ResourceType type) {
        for (Resource odd : oddResources(type)) {
            whatFits(odd).ifPresent(fitted -> {
                assertThat(fitted.id()).isEqualTo(odd.id());
                assertThat(fitted.meta()).isEqualTo(odd.meta());
            });
        }
    }

    @EachType
    default void a_resource_that_cannot_be_kept_must_be_refused_with_invalid_value_and_not_be_kept_in_part(
            ResourceType type) {
        for (Resource odd : oddResources(type)) {
            Optional<Resource> fitted = whatFits(odd);
            fitted.ifPresent(fits -> insert(host(), fits));

            assertThat(find(host(), type, odd.id())).isEqualTo(fitted);
        }
    }

    /** Resources of the kinds for which a table may have no place. */
    private List<Resource> oddResources(ResourceType type) {
        List<String> texts = List.of("x".repeat(5000), "😀".repeat(300), " ", "tab\t", "line\nline", "'; drop--");
        List<Resource> odd = new ArrayList<>();
        for (Attribute attribute : Samples.kept(type)) {
            for (int i = 0; i < texts.size(); i++) {
                String id = "odd-" + attribute.index() + "-" + i;
                odd.add(named(type, id).with(attribute, Samples.value(attribute, texts.get(i) + id, 3)));
            }
        }
        return odd;
    }

    private Resource named(ResourceType type, String id) {
        return Resource.builder(type)
                .id(id)
                .set(Samples.naming(type).name(), id)
                .meta(Meta.created(NOW))
                .build();
    }

    /** The form in which a resource is kept; empty if it is refused as it must be. */
    private Optional<Resource> whatFits(Resource resource) {
        try {
            return Optional.of(fitted(resource));
        } catch (ScimException e) {
            assertThat(e.scimType()).contains(ScimType.INVALID_VALUE);
            assertThat(e.detail()).isNotBlank();
            return Optional.empty();
        }
    }
}
