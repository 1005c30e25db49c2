package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.hold.LegalHold;
import dev.rollcall.scim.provisioning.store.HoldStore;
import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The legal holds within a unit of work. */
record JdbiHoldStore(ProvisioningRows rows) implements HoldStore {
    @Override
    public void insert(LegalHold hold) {
        rows.write(Sql.of(
                "insert into scim_legal_hold (tenant_key, id, document) values (?, ?, ?)",
                rows.make(hold.tenant()),
                hold.id(),
                ProvisioningCodec.encode(hold)));
    }

    @Override
    public Optional<LegalHold> find(String tenant, String id) {
        return rows.first(
                tenant,
                key -> Sql.of("select document from scim_legal_hold where tenant_key = ? and id = ?", key, id),
                ProvisioningCodec::decodeLegalHold);
    }

    @Override
    public void replace(LegalHold hold) {
        rows.write(
                hold.tenant(),
                key -> Sql.of(
                        "update scim_legal_hold set document = ? where tenant_key = ? and id = ?",
                        ProvisioningCodec.encode(hold),
                        key,
                        hold.id()));
    }

    @Override
    public List<LegalHold> list(String tenant) {
        return rows.list(
                tenant,
                key -> Sql.of("select document from scim_legal_hold where tenant_key = ? order by id", key),
                ProvisioningCodec::decodeLegalHold);
    }

    @Override
    public boolean add(String tenant, String hold, String account) {
        long key = rows.make(tenant);
        return rows.write(Sql.of(
                        "insert into scim_held_account (tenant_key, hold, account)"
                                + " select cast(? as bigint), cast(? as varchar), cast(? as varchar)"
                                + " where not exists (select 1 from scim_held_account"
                                + " where tenant_key = ? and hold = ? and account = ?)",
                        key,
                        hold,
                        account,
                        key,
                        hold,
                        account))
                > 0;
    }

    @Override
    public boolean remove(String tenant, String hold, String account) {
        return rows.write(
                        tenant,
                        key -> Sql.of(
                                "delete from scim_held_account where tenant_key = ? and hold = ? and account = ?",
                                key,
                                hold,
                                account))
                > 0;
    }

    @Override
    public List<String> holdsOf(String tenant, String account) {
        return ids(
                tenant,
                key -> Sql.of(
                        "select hold from scim_held_account where tenant_key = ? and account = ? order by hold",
                        key,
                        account));
    }

    @Override
    public List<String> accountsOf(String tenant, String hold, @Nullable String after, int limit) {
        // No id is empty, so every id is behind the empty one.
        return ids(
                tenant,
                key -> Sql.of(
                        "select account from scim_held_account where tenant_key = ? and hold = ? and account > ?"
                                + " order by account fetch first ? rows only",
                        key,
                        hold,
                        after == null ? "" : after,
                        limit));
    }

    private List<String> ids(String tenant, LongFunction<Sql> query) {
        return rows.find(tenant)
                .map(key -> rows.rows(query.apply(key), row -> row.getString(1)))
                .orElse(List.of());
    }
}
