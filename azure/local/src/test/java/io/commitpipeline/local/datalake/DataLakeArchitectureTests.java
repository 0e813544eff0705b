package io.commitpipeline.local.datalake;

import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

@AnalyzeClasses(packagesOf = LocalDataLake.class, importOptions = DoNotIncludeTests.class)
class DataLakeArchitectureTests {

	@ArchTest
	static final ArchRule viewsSeeTheStoreAndNeverEachOther = layeredArchitecture()
		.consideringOnlyDependenciesInLayers()
		.layer("facade")
		.definedBy("io.commitpipeline.local.datalake")
		.layer("faults")
		.definedBy("..datalake.faults")
		.layer("dfs")
		.definedBy("..datalake.dfs")
		.layer("blob")
		.definedBy("..datalake.blob")
		.layer("http")
		.definedBy("..datalake.http")
		.layer("store")
		.definedBy("..datalake.store")
		.whereLayer("facade")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("faults")
		.mayOnlyBeAccessedByLayers("facade")
		.whereLayer("dfs")
		.mayOnlyBeAccessedByLayers("facade")
		.whereLayer("blob")
		.mayOnlyBeAccessedByLayers("facade")
		.whereLayer("http")
		.mayOnlyBeAccessedByLayers("facade", "faults", "dfs", "blob")
		.whereLayer("store")
		.mayOnlyBeAccessedByLayers("facade", "dfs", "blob", "http");

	@ArchTest
	static final ArchRule theStoreKnowsNoHttp = noClasses().that()
		.resideInAPackage("..datalake.store")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.eclipse.jetty..", "java.net..");

	@ArchTest
	static final ArchRule theLakeKnowsNoOtherStandIn = noClasses().that()
		.resideInAPackage("..local.datalake..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..local.eventhubs..", "..local.postgres..", "..local.containerapps..", "..local.cli..");

	@ArchTest
	static final ArchRule timeComesFromAClock = noClasses().that()
		.resideInAPackage("..local.datalake..")
		.should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(Thread.class, "sleep", long.class);

}
