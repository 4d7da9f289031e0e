package io.plumbline.store;

import io.plumbline.shared.StaleVersion;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns the store's own conflict of versions, which shows at the flush or at the commit, into the refusal that services
 * throw if they notice it first. Users know one exception.
 */
@Configuration(proxyBeanMethods = false)
class StaleVersionTranslation {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor conflictsOfVersionsAreStaleVersions() {
        MethodInterceptor translate = call -> {
            try {
                return call.proceed();
            } catch (OptimisticLockingFailureException conflict) {
                // within an outer transaction, the outermost call translates
                if (TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw conflict;
                }
                throw new StaleVersion(conflict);
            }
        };
        var advisor =
                new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forClassAnnotation(Service.class), translate);
        // outside the transaction
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }
}
