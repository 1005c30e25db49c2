-- The host application's own table, as it might have had it for years: what begins below "for SCIM" was added.
create table if not exists employees (
  company      varchar(50)  not null,
  id           varchar(50)  not null,
  login        varchar(200) not null,
  given_name   varchar(200),
  family_name  varchar(200),
  email        varchar(200),
  department   varchar(200),
  active       boolean      not null default true,
  created      timestamp(3) with time zone not null default current_timestamp,
  changed      timestamp(3) with time zone not null default current_timestamp,
  -- for SCIM
  version      bigint       not null default 1,
  provider     varchar(50)  not null default '',
  external_id  varchar(200),
  login_key    varchar(600) not null,
  constraint employees_id primary key (company, id),
  constraint employees_login unique (company, login_key)
);
