/** Keeps SCIM resources in a relational database. */
// JDBI names its module in its manifest only.
@SuppressWarnings("requires-automatic")
module dev.rollcall.scim.jdbi {
    requires transitive dev.rollcall.scim.core;
    requires transitive java.sql;
    requires org.jdbi.v3.core;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.rollcall.scim.jdbi;
}
