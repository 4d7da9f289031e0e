package io.plumbline.store;

import io.plumbline.shared.Causes;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.resilience.retry.MethodRetrySpec;
import org.springframework.resilience.retry.SimpleRetryInterceptor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Retries a service method if the database rolled its transaction back in favor of another: a deadlock, a lock timeout,
 * or a conflict between cluster nodes at commit. Three attempts in total. Nothing happens twice, because the effects of
 * a service end with its transaction, and others are notified only after the commit. A method without its own
 * transaction, which may have effects outside the database, runs once; a transaction within it that must not is a
 * {@link io.plumbline.shared.RetriedTransaction}.
 */
@Configuration(proxyBeanMethods = false)
class StoreRetry {
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final TransactionAttributeSource TRANSACTIONS = new AnnotationTransactionAttributeSource(false);

    /** MySQL error codes: lock timeout, deadlock. */
    private static final Set<Integer> GAVE_WAY = Set.of(1205, 1213);

    private static final String ROLLED_BACK = "40";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor againWhereTheStoreGaveWay() {
        var again = new SimpleRetryInterceptor(
                new MethodRetrySpec(StoreRetry::mayBeRetried, TRIES - 1, PAUSE, PAUSE, 2, LONGEST_PAUSE));
        var advisor = new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forClassAnnotation(Service.class), again);
        // outside the transaction and the permission check
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** Returns the same tries and pauses for a {@link RetriedTransaction}. */
    static RetryPolicy policy() {
        return RetryPolicy.builder()
                .maxRetries(TRIES - 1)
                .delay(PAUSE)
                .jitter(PAUSE)
                .multiplier(2)
                .maxDelay(LONGEST_PAUSE)
                .predicate(StoreRetry::gaveWay)
                .build();
    }

    /** Returns whether a method may be retried: within an outer transaction, only the outermost call may be. */
    private static boolean mayBeRetried(Method method, Throwable failure) {
        return !TransactionSynchronizationManager.isActualTransactionActive()
                && isOneUnitOfWork(method)
                && gaveWay(failure);
    }

    private static boolean isOneUnitOfWork(Method method) {
        var transaction = TRANSACTIONS.getTransactionAttribute(method, method.getDeclaringClass());
        return transaction != null
                && transaction.getPropagationBehavior() != Propagation.NOT_SUPPORTED.value()
                && transaction.getPropagationBehavior() != Propagation.NEVER.value()
                && transaction.getPropagationBehavior() != Propagation.SUPPORTS.value();
    }

    static boolean gaveWay(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof PessimisticLockingFailureException
                        || cause instanceof SQLException said && gaveWay(said));
    }

    private static boolean gaveWay(SQLException said) {
        var state = said.getSQLState();
        return GAVE_WAY.contains(said.getErrorCode()) || state != null && state.startsWith(ROLLED_BACK);
    }
}
