-- Random bytes that all nodes share, by what they are for.
create table if not exists scim_secret (
    name varchar not null,
    secret varbinary not null,
    constraint scim_secret_pk primary key (name)
);

-- Has a row while a copy into this database is under way: what is here is not complete, and no node serves it.
create table if not exists scim_copy (
    id int not null,
    begun timestamp with time zone default current_timestamp not null,
    constraint scim_copy_pk primary key (id)
);
