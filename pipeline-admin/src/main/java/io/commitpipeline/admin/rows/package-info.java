/**
 * Makes records of the database's rows.
 */
package io.commitpipeline.admin.rows;
