/**
 * Accounts, sessions and what proves who somebody is. Only the role `samvirk_sign_in` reaches the tables, so that no query
 * of the register can read a password or a session, however it is written. Better Auth decides the columns.
 */
export const signIn = `
do $$ begin
  create role samvirk_sign_in nologin nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant samvirk_sign_in to current_user;

create schema sign_in;
grant usage on schema sign_in to samvirk_sign_in;

create table sign_in.user_account (
  id text primary key,
  name text not null check (name <> ''),
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  language text not null default 'da' check (language in ('da', 'en')),
  two_factor_enabled boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- A password, or the account at the organisation's own sign-in service.
create table sign_in.credential (
  id text primary key,
  user_id text not null references sign_in.user_account on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credential_of_user on sign_in.credential (user_id);

create table sign_in.session (
  id text primary key,
  user_id text not null references sign_in.user_account on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_user on sign_in.session (user_id);

-- Short-lived: a sign-in under way with its second factor, a passkey challenge, the state of a visit to the sign-in service.
create table sign_in.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on sign_in.verification (identifier);
create index verification_expires on sign_in.verification (expires_at);

-- Secret and backup codes are encrypted with the program's secret.
create table sign_in.second_factor (
  id text primary key,
  user_id text not null unique references sign_in.user_account on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

create table sign_in.passkey (
  id text primary key,
  user_id text not null references sign_in.user_account on delete cascade,
  name text,
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
create index passkey_of_user on sign_in.passkey (user_id);

-- Attempts to sign in, counted per e-mail and per sender in a window of time.
create table sign_in.attempt (
  key text primary key,
  count integer not null,
  since timestamptz not null
);
create index attempt_since on sign_in.attempt (since);

-- Who a session's token belongs to: the one question the rest of the program may ask here, in one step of every request.
create function sign_in.session_of(p_token text,
  out account_id text, out session_id text, out name text, out email text, out second_factor boolean)
returns setof record language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query select a.id, s.id, a.name, a.email, a.two_factor_enabled
    from sign_in.session s join sign_in.user_account a on a.id = s.user_id
    where s.token = p_token and s.expires_at > now() and a.disabled_at is null;
end $$;
revoke execute on function sign_in.session_of from public;
grant usage on schema sign_in to samvirk_app;
grant execute on function sign_in.session_of to samvirk_app;

do $$
declare t text;
begin
  foreach t in array array['user_account', 'credential', 'session', 'verification', 'second_factor', 'passkey', 'attempt'] loop
    execute format('alter table sign_in.%I enable row level security', t);
    execute format('create policy signing_in on sign_in.%I for all to samvirk_sign_in using (true)', t);
    execute format('grant select, insert, update, delete on sign_in.%I to samvirk_sign_in', t);
  end loop;
end $$;
`
