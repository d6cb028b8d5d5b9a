#pragma once
// The C interface of whichever BLAS the system's alternative provides. Declared here, since header
// names differ between reference BLAS, OpenBLAS and BLIS while this signature never does.
enum { DioramaBLASRowMajor = 101, DioramaBLASNoTrans = 111 };
void cblas_dgemm(int layout, int transA, int transB, int m, int n, int k, double alpha,
                 const double *a, int lda, const double *b, int ldb, double beta, double *c, int ldc);
