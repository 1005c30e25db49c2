package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Several nodes end accounts at once. */
class DueClaimTest extends ProvisioningTest {
    private static final int ACCOUNTS = 300;
    private static final int NODES = 4;

    @Test
    void each_account_ends_once_whoever_claims_at_the_same_time() {
        keep(state -> {
            state.tenants().insert(aTenant(tenant()));
            for (int i = 0; i < ACCOUNTS; i++) {
                state.accounts().insert(due(account("a" + i, "u" + i), NOW.plusMillis(i)));
            }
        });
        List<String> ended = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> nodes = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            nodes.add(CompletableFuture.runAsync(() -> end(ended)));
        }
        CompletableFuture.allOf(nodes.toArray(CompletableFuture[]::new)).join();

        assertThat(ended).doesNotHaveDuplicates().hasSize(ACCOUNTS);
    }

    private void end(List<String> ended) {
        int idle = 0;
        while (idle < 3) {
            List<Account> claimed = state(state -> {
                List<Account> due = state.accounts().claimDue(NOW.plusSeconds(9), 3);
                due.forEach(account -> state.accounts().replace(account.withStanding(Standing.NEW_DEACTIVATED)));
                return due;
            });
            claimed.forEach(account -> ended.add(account.id()));
            idle = claimed.isEmpty() ? idle + 1 : 0;
        }
    }
}
