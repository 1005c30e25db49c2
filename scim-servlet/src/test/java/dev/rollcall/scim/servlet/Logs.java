package dev.rollcall.scim.servlet;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged while it is open, at every level. */
final class Logs implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.rollcall");
    private final Level before = logger.getLevel();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    Logs() {
        logger.setLevel(Level.TRACE);
        events.start();
        logger.addAppender(events);
    }

    List<String> at(Level level) {
        return List.copyOf(events.list).stream()
                .filter(event -> event.getLevel() == level)
                .map(event ->
                        event.getFormattedMessage() + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .toList();
    }

    String everything() {
        return String.join("\n", at(Level.ERROR))
                + String.join("\n", at(Level.WARN))
                + String.join("\n", at(Level.INFO))
                + String.join("\n", at(Level.DEBUG))
                + String.join("\n", at(Level.TRACE));
    }

    @Override
    public void close() {
        logger.detachAppender(events);
        logger.setLevel(before);
    }
}
