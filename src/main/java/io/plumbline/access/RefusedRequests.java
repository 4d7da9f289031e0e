package io.plumbline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs requests that a limit or the check of their origin refused: by network, and never what they contain, since a user
 * name may be a password. One line a minute for each network, so that nobody fills the disk with them.
 */
public final class RefusedRequests {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int MOST_NETWORKS = 1_000;

    private final Cache<String, AtomicLong> said = Caffeine.newBuilder()
            .maximumSize(MOST_NETWORKS)
            .expireAfterWrite(EVERY)
            .build();
    private final AtomicLong inAll = new AtomicLong();
    private final String what;

    /** @param what the requests, as the log names them */
    public RefusedRequests(String what) {
        this.what = what;
    }

    /** Notes one refused request. */
    public void refused(String address) {
        var all = inAll.incrementAndGet();
        var network = ClientNetwork.of(address);
        if (said.get(network, first -> new AtomicLong()).getAndIncrement() == 0) {
            LOG.warn("Refused {} from {}, {} from all networks since the start", what, network, all);
        }
    }
}
