create table if not exists scim_membership (
    tenant_key bigint not null,
    group_key bigint not null,
    member_key bigint not null,
    constraint scim_membership_pk primary key (tenant_key, group_key, member_key),
    constraint scim_membership_group foreign key (tenant_key, group_key)
        references scim_resource (tenant_key, resource_key),
    constraint scim_membership_member foreign key (tenant_key, member_key)
        references scim_resource (tenant_key, resource_key)
);

create index if not exists scim_membership_by_member on scim_membership (tenant_key, member_key, group_key);

-- How many members of each owner a group has: kept apart from the group, whose row holds a document, and by owner, since
-- a provider sees its own alone.
create table if not exists scim_member_count (
    tenant_key bigint not null,
    group_key bigint not null,
    owner varchar collate "C" not null,
    members bigint not null,
    constraint scim_member_count_pk primary key (tenant_key, group_key, owner),
    constraint scim_member_count_group foreign key (tenant_key, group_key)
        references scim_resource (tenant_key, resource_key) on delete cascade
);
