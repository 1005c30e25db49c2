/** SCIM 2.0 in pure Java: schemas, resources, filters, PATCH, the protocol without HTTP, and storage SPIs. */
module dev.rollcall.scim.core {
    requires com.fasterxml.jackson.core;
    requires static transitive org.jspecify;

    exports dev.rollcall.scim;
    exports dev.rollcall.scim.codec;
    exports dev.rollcall.scim.error;
    exports dev.rollcall.scim.filter;
    exports dev.rollcall.scim.patch;
    exports dev.rollcall.scim.path;
    exports dev.rollcall.scim.protocol;
    exports dev.rollcall.scim.protocol.password;
    exports dev.rollcall.scim.provisioning;
    exports dev.rollcall.scim.provisioning.account;
    exports dev.rollcall.scim.provisioning.admin;
    exports dev.rollcall.scim.provisioning.event;
    exports dev.rollcall.scim.provisioning.hold;
    exports dev.rollcall.scim.provisioning.job;
    exports dev.rollcall.scim.provisioning.lifecycle;
    exports dev.rollcall.scim.provisioning.log;
    exports dev.rollcall.scim.provisioning.mapping;
    exports dev.rollcall.scim.provisioning.memory;
    exports dev.rollcall.scim.provisioning.provider;
    exports dev.rollcall.scim.provisioning.store;
    exports dev.rollcall.scim.provisioning.tenant;
    exports dev.rollcall.scim.query;
    exports dev.rollcall.scim.resource;
    exports dev.rollcall.scim.resource.precis;
    exports dev.rollcall.scim.schema;
    exports dev.rollcall.scim.store;
    exports dev.rollcall.scim.store.memory;
}
