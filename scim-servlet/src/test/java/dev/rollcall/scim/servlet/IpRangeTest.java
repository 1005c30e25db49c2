package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,      10.255.1.2,          true",
        "10.0.0.0/8,      11.0.0.0,            false",
        "192.0.2.128/25,  192.0.2.127,         false",
        "192.0.2.128/25,  192.0.2.128,         true",
        "192.0.2.7,       192.0.2.7,           true",
        "192.0.2.7,       192.0.2.6,           false",
        "0.0.0.0/0,       8.8.8.8,             true",
        "0.0.0.0/0,       2001:db8::1,         false",
        "fd00::/8,        fdff::1,             true",
        "fd00::/8,        fe80::1%eth0,        false",
        "fe80::/10,       fe80::1%eth0,        true",
        "::1,             [::1],               true",
        "::1,             0:0:0:0:0:0:0:1,     true",
        "127.0.0.0/8,     ::ffff:127.0.0.1,    true",
    })
    void an_address_is_in_a_range_if_its_first_bits_are_those_of_the_network(
            String range, String address, boolean within) {
        assertThat(IpRange.parse(range).contains(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "::/129",
                "10.0.0/8",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.1:80",
                "example.com/8",
                "1",
                "::g",
                "10.0.0.0/8/8",
                "[10.0.0.1]",
                ".:",
                ":",
                "a:b"
            })
    void what_is_no_range_is_refused_without_asking_a_name_server(String text) {
        assertThatThrownBy(() -> IpRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10.0.0.0/8");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,               192.0.2.7",
        "2001:db8:1:2:3:4:5:6,    2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2:ffff::1,    2001:db8:1:2:0:0:0:0/64",
    })
    void one_client_has_an_ipv4_address_or_an_ipv6_network(String address, String source) {
        assertThat(IpAddress.parse(address).orElseThrow().source()).isEqualTo(source);
    }
}
