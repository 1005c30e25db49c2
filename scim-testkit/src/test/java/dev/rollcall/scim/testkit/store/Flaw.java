package dev.rollcall.scim.testkit.store;

import java.util.List;

/** What somebody who writes a store easily gets wrong, with the tests that notice. */
enum Flaw {
    NONE,
    IGNORES_THE_VERSION(
            "of_writers_who_race_to_replace_one_version_exactly_one_must_get_true",
            "replace_must_write_nothing_if_the_version_is_another_one_or_the_resource_is_gone",
            "delete_must_remove_nothing_if_the_version_is_another_one"),
    FORGETS_THE_TENANT(
            "resources_of_another_tenant_must_be_as_if_they_were_not_there",
            "two_tenants_must_be_able_to_have_the_same_ids_and_keys"),
    FORGETS_THE_OWNER(
            "resources_of_another_owner_must_be_as_if_they_were_not_there",
            "a_provider_must_not_see_the_resources_that_the_host_made"),
    MAKES_THE_WRITER_THE_OWNER("replace_must_leave_the_owner_as_it_is"),
    KEEPS_KEYS_UNIQUE_FOR_EACH_OWNER(
            "unique_keys_must_hold_over_the_whole_tenant_also_for_resources_that_the_scope_does_not_see"),
    LOOKS_FIRST_AND_WRITES_THEN("of_writers_who_race_for_one_unique_key_exactly_one_must_win"),
    COMPARES_NAMES_AS_WRITTEN("keys_are_compared_as_they_are_prepared_and_not_as_they_are_written"),
    GIVES_THE_OLDEST_FIRST(
            "a_query_must_give_resources_in_the_order_of_their_ids_by_code_points_unless_it_has_another_order"),
    IGNORES_THE_RANGE(
            "a_query_must_give_no_resource_outside_of_its_range",
            "a_query_must_give_what_is_in_its_range_in_its_direction",
            "a_walk_by_cursor_is_the_list_and_has_the_same_pages_backward"),
    COUNTS_THE_PAGE("count_must_leave_range_offset_and_limit_aside"),
    LOADS_EVERYTHING(
            "a_large_result_must_not_be_read_before_it_is_asked_for",
            "a_stream_that_is_closed_early_must_not_have_cost_much_more_than_what_was_taken_from_it"),
    KEEPS_WHAT_IT_HAS_COLUMNS_FOR(
            "every_attribute_of_the_schemas_must_be_kept",
            "a_resource_with_every_attribute_comes_back_as_it_was_fitted"),
    CUTS_LONG_TEXTS("a_resource_that_cannot_be_kept_must_be_refused_with_invalid_value_and_not_be_kept_in_part"),
    KEEPS_WHOLE_SECONDS(
            "times_of_metadata_are_in_whole_milliseconds_and_must_be_kept_so",
            "a_resource_must_come_back_equal_to_what_was_last_written_metadata_included"),
    FINDS_IDS_IN_ANY_CASE(
            "find_must_give_the_resource_of_that_type_and_exactly_that_id_and_nothing_if_the_scope_has_none"),
    MARKS_AS_DELETED("the_id_and_the_unique_keys_of_a_deleted_resource_must_be_free"),
    GIVES_NULL("methods_must_not_return_null"),
    CLAIMS_TRANSACTIONS("a_store_must_declare_what_it_can_do_and_the_same_at_all_times");

    private final List<String> tests;

    Flaw(String... tests) {
        this.tests = List.of(tests);
    }

    /** The tests that must fail. */
    List<String> tests() {
        return tests;
    }
}
