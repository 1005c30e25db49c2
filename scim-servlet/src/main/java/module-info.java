/** Mounts a SCIM service in any Jakarta Servlet container, and says who its callers are. */
module dev.rollcall.scim.servlet {
    requires transitive dev.rollcall.scim.core;
    requires transitive jakarta.servlet;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.rollcall.scim.servlet;
}
