package dev.rollcall.examples.containers.tomcat;

import dev.rollcall.examples.containers.contract.Answers;
import dev.rollcall.examples.containers.contract.ContainerContract;
import dev.rollcall.examples.containers.contract.Mounted;
import dev.rollcall.scim.servlet.ScimServlet;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.junit.jupiter.api.Test;

class RollcallOnTomcatTest extends ContainerContract {
    @Override
    protected Mounted mount(int port, ScimServlet scim) throws Exception {
        RollcallOnTomcat tomcat = RollcallOnTomcat.start(port, scim);
        return new Mounted(tomcat.baseUrl(), tomcat);
    }

    @Override
    protected Answers answers() {
        return new Answers(400, 400, 505);
    }

    /** Why the example sets relaxedQueryChars: without it, the service never hears of these requests. */
    @Test
    void by_default_tomcat_refuses_brackets_and_quotes_in_a_query() throws Exception {
        Connector asItComes = RollcallOnTomcat.connector(0);
        asItComes.setProperty("relaxedQueryChars", "");
        try (RollcallOnTomcat tomcat = RollcallOnTomcat.start(asItComes, service())) {
            for (char refused : "\"[]{}|<>^`\\".toCharArray()) {
                refuses(tomcat.baseUrl(), "/Users?filter=" + refused);
            }
        }
    }

    /** RFC 3986 wants it encoded, and no setting makes Tomcat take it. */
    @Test
    void tomcat_refuses_text_beyond_ascii_that_is_raw_in_a_url() throws Exception {
        try (RollcallOnTomcat tomcat = RollcallOnTomcat.start(0, service())) {
            refuses(tomcat.baseUrl(), "/Users?filter=displayName+eq+%22Zoë%22");
        }
    }

    /** Why the example sets how an encoded slash is handled. */
    @Test
    void by_default_tomcat_refuses_an_encoded_slash() throws Exception {
        Connector asItComes = RollcallOnTomcat.connector(0);
        asItComes.setEncodedSolidusHandling(EncodedSolidusHandling.REJECT.getValue());
        try (RollcallOnTomcat tomcat = RollcallOnTomcat.start(asItComes, service())) {
            refuses(tomcat.baseUrl(), "/Users/a%2Fb");
        }
    }
}
