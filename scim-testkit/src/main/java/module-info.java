/** For users' tests: the contract of stores, the conversations of identity providers, and a settable clock. */
module dev.rollcall.scim.testkit {
    requires com.fasterxml.jackson.databind;
    requires jdk.management;
    requires org.assertj.core;
    requires transitive dev.rollcall.scim.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.rollcall.scim.testkit;
    exports dev.rollcall.scim.testkit.conversation;
    exports dev.rollcall.scim.testkit.provisioning;
    exports dev.rollcall.scim.testkit.store;
}
