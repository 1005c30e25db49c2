package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.testkit.provisioning.ProvisioningContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each sentence of an SPI that says MUST has the test that bears its name, and the page about stores has both. */
class ContractTableTest {
    private static final ContractTables RESOURCES = new ContractTables(
            "store",
            List.of(
                    "Store",
                    "ResourceStore",
                    "StoreQuery",
                    "Scope",
                    "UnitOfWork",
                    "Capabilities",
                    "MembershipStore",
                    "PushDown"),
            List.of(StoreContract.class, DurableContract.class, SecretContract.class, PushDownContract.class));
    private static final ContractTables PROVISIONING = new ContractTables(
            "provisioning/store",
            List.of(
                    "ProvisioningStore",
                    "ProvisioningUnit",
                    "TenantStore",
                    "ProviderStore",
                    "CredentialStore",
                    "OrganizationStore",
                    "AccountStore",
                    "HoldStore",
                    "SyncLogStore",
                    "OutboxStore",
                    "JobStore"),
            List.of(ProvisioningContract.class));
    private static final Path PAGE = Path.of("..", "docs", "writing-a-store.md");

    @Test
    void each_sentence_that_says_must_has_the_test_that_bears_its_name() {
        assertThat(RESOURCES.wanted()).hasSizeGreaterThan(70).doesNotHaveDuplicates();
        assertThat(RESOURCES.tests()).containsAll(RESOURCES.wanted());
        assertThat(PROVISIONING.wanted()).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        assertThat(PROVISIONING.tests()).containsAll(PROVISIONING.wanted());
    }

    @Test
    void the_page_about_stores_has_each_sentence_with_its_test_and_all_other_tests_of_the_contracts()
            throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");

        String tables = RESOURCES.text() + "\n## The contract of provisioning stores\n" + PROVISIONING.text();
        // To be put at the end of the page when the contract has changed.
        Path wanted = Files.writeString(Path.of("target", "contract-tables.md"), tables);

        assertThat(page)
                .as("the tables at the end of %s, as in %s", PAGE, wanted)
                .endsWith(tables);
    }
}
